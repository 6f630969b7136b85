import { readFile } from 'node:fs/promises'
import { html, raw } from 'hono/html'
import { totpAt } from '@court/usecases/staff/totp'
import { z } from 'zod'
import { catcherStyle, type Language, type Markup } from './page.ts'

const signInSchema = z.object({
  at: z.enum(['web', 'admin']),
  who: z.string(),
  account: z.string(),
  password: z.string().optional(),
  totpSecret: z.string().optional(),
})
export type DemoSignIn = z.infer<typeof signInSchema>

/** What the seed of the demo wrote down; nothing where there is no demo. */
export async function readSignIns(file: string | null): Promise<DemoSignIn[]> {
  if (file === null) return []
  try {
    return z.object({ signIns: z.array(signInSchema) }).parse(JSON.parse(await readFile(file, 'utf8'))).signIns
  } catch {
    return []
  }
}

const words = {
  zh: {
    title: '演示账号',
    about:
      '这些账号都是虚构的，只在演示数据中存在。工作人员登录需要密码和六位验证码，验证码每30秒更换，每个只能用一次。',
    none: '本机没有演示数据。',
    back: '短信与邮件',
    reload: '刷新验证码',
    person: '当事人：用手机号登录，验证码在“短信与邮件”里。',
    signIn: '登录',
    account: '账号',
    password: '密码',
    code: '现在的验证码',
    other: 'English',
  },
  en: {
    title: 'Demo sign-ins',
    about:
      'These accounts are invented and exist in the demo data alone. Staff sign in with the password and six digits, which change every 30 seconds and work once.',
    none: 'There is no demo data on this machine.',
    back: 'Text messages and mails',
    reload: 'Reload the codes',
    person: 'A party: sign in with the phone number; the code is among the text messages.',
    signIn: 'Sign in',
    account: 'Account',
    password: 'Password',
    code: 'Code now',
    other: '中文',
  },
} as const

type Options = { language: Language; origins: { web: string; admin: string }; now: Date }

/** Stands in for the authenticators of invented people: who tries the demo has no phone to pair with each of them. */
export function renderSignIns(signIns: readonly DemoSignIn[], { language, origins, now }: Options): Markup {
  const word = words[language]
  const item = ({ at, who, account, password, totpSecret }: DemoSignIn) => {
    const door =
      at === 'admin' ? `${origins.admin}/sign-in` : `${origins.web}${totpSecret ? '/staff/sign-in' : '/sign-in'}`
    return html`<li>
      <p class="head"><strong>${who}</strong> <a href="${door}" rel="noreferrer">${word.signIn}</a></p>
      <p class="head">
        ${word.account} <strong class="code">${account}</strong>
        ${password ? html`${word.password} <strong class="code">${password}</strong>` : word.person}
        ${totpSecret ? html`${word.code} <strong class="code">${totpAt(totpSecret, now)}</strong>` : ''}
      </p>
    </li>`
  }
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
          <a href="/sign-ins?lang=${language === 'zh' ? 'en' : 'zh'}">${word.other}</a>
        </header>
        <main>
          <p>${signIns.length > 0 ? word.about : word.none}</p>
          <nav aria-label="${word.title}">
            <a href="/?lang=${language}">${word.back}</a> <a href="/sign-ins?lang=${language}">${word.reload}</a>
          </nav>
          <ol>
            ${signIns.map(item)}
          </ol>
        </main>
      </body>
    </html>`
}
