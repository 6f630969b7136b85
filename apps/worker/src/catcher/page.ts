import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { CaughtMessage } from './message-store.ts'

export type Language = 'zh' | 'en'
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

const words = {
  zh: {
    title: '短信与邮件',
    about: '本机没有短信网关和邮件服务器，平台发出的短信与邮件都留在这里，不会真正发出。',
    search: '查找号码、邮箱或内容',
    find: '查找',
    all: '全部',
    sms: '短信',
    mail: '邮件',
    none: '没有符合条件的消息。',
    reload: '刷新',
    other: 'English',
    to: '发往',
    signIns: '演示账号',
  },
  en: {
    title: 'Text messages and mails',
    about:
      'This machine has no SMS gateway and no mail server. What the platform sends is kept here and goes no further.',
    search: 'Find a number, address or text',
    find: 'Find',
    all: 'All',
    sms: 'Text messages',
    mail: 'Mails',
    none: 'No message matches.',
    reload: 'Reload',
    other: '中文',
    to: 'To',
    signIns: 'Demo sign-ins',
  },
} as const

export type PageQuery = { language: Language; kind: string; text: string }

/** Everything that was caught is untrusted: it is shown as escaped text, and a mail's HTML part is never shown. */
export function renderPage(messages: CaughtMessage[], query: PageQuery): Markup {
  const { language, kind, text } = query
  const word = words[language]
  const link = (change: Partial<PageQuery>) => {
    const { language: lang, ...rest } = { ...query, ...change }
    return `/?${new URLSearchParams({ lang, kind: rest.kind, q: rest.text }).toString()}`
  }
  const tab = (value: string, label: string) =>
    html`<a href="${link({ kind: value })}" ${value === kind ? raw('aria-current="page"') : ''}>${label}</a>`
  return html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${word.title}</title>
        <style>
          ${raw(catcherStyle)}
        </style>
      </head>
      <body>
        <header>
          <h1>${word.title}</h1>
          <a href="${link({ language: language === 'zh' ? 'en' : 'zh' })}">${word.other}</a>
        </header>
        <main>
          <p>${word.about}</p>
          <form method="get" action="/" role="search">
            <input type="hidden" name="lang" value="${language}" />
            <input type="hidden" name="kind" value="${kind}" />
            <label for="q">${word.search}</label>
            <input id="q" name="q" type="search" value="${text}" />
            <button type="submit">${word.find}</button>
          </form>
          <nav aria-label="${word.title}">
            ${tab('', word.all)} ${tab('sms', word.sms)} ${tab('mail', word.mail)}
            <a href="${link({})}">${word.reload}</a>
            <a href="/sign-ins?lang=${language}">${word.signIns}</a>
          </nav>
          <ol>
            ${messages.map((message) => messageItem(message, language))}
          </ol>
          ${messages.length === 0 ? html`<p>${word.none}</p>` : ''}
        </main>
      </body>
    </html>`
}

function messageItem(message: CaughtMessage, language: Language): Markup {
  const word = words[language]
  return html`<li data-kind="${message.kind}" data-to="${message.to}">
    <p class="head">
      <span class="kind">${word[message.kind]}</span> ${word.to} <strong>${message.to}</strong>
      <time datetime="${message.at}">${timeOf(message.at, language)}</time>
    </p>
    ${message.subject ? html`<h2>${message.subject}</h2>` : ''}
    <div class="text">${textParts(message.text)}</div>
  </li>`
}

/** Codes of 4 to 8 digits stand out, and addresses can be followed; all else is plain text. */
function textParts(text: string): Markup[] {
  return text.split(/(https?:\/\/[^\s<>"'，。；）]+|(?<!\d)\d{4,8}(?!\d))/).map((part, index) => {
    if (index % 2 === 0) return html`${part}`
    return part.startsWith('http')
      ? html`<a href="${part}" rel="noreferrer">${part}</a>`
      : html`<strong class="code">${part}</strong>`
  })
}

const timeOf = (at: string, language: Language) =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(at))

/** Of every page of the catcher. */
export const catcherStyle = `
body { margin: 0; font: 1rem/1.6 system-ui, 'Noto Sans SC', sans-serif; color: #1b2430; background: #f5f6f8 }
header, main { max-width: 46rem; margin: 0 auto; padding: 0 1rem }
header { display: flex; justify-content: space-between; align-items: baseline; padding-top: 1rem }
h1 { font-size: 1.4rem; margin: 0 } h2 { font-size: 1rem; margin: .25rem 0 }
form { display: grid; grid-template-columns: 1fr auto; gap: .25rem .5rem } label { grid-column: 1 / -1 }
input, button { font: inherit; padding: .5rem .75rem; min-height: 2.75rem; box-sizing: border-box; border: 1px solid #5d6877; border-radius: .375rem }
button { background: #1d4f8f; color: #fff; border-color: #1d4f8f }
nav { display: flex; gap: 1rem; margin: 1rem 0; flex-wrap: wrap } a { color: #1d4f8f }
a[aria-current] { font-weight: 700; color: #1b2430; text-decoration: none }
ol { list-style: none; margin: 0 0 2rem; padding: 0; display: grid; gap: .75rem }
li { background: #fff; border: 1px solid #cfd5dd; border-radius: .5rem; padding: .75rem 1rem }
.head { margin: 0; display: flex; flex-wrap: wrap; gap: .25rem .5rem } .head time { margin-left: auto; color: #4a5563 }
.kind { background: #e6edf6; border-radius: .25rem; padding: 0 .375rem }
.text { white-space: pre-wrap; overflow-wrap: anywhere } .code { font-size: 1.25rem; letter-spacing: .05em; background: #fff3c9; padding: 0 .25rem }`
