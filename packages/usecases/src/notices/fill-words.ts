import type { Words } from '../refusal.ts'

export type Values = Partial<Record<string, Words>>

/** `{due}` and its like replaced; what nobody knows yet gets a general word instead of an empty place. */
export function fillWords(words: Words, values: Values): Words {
  const fill = (text: string, language: 'zh' | 'en') =>
    text.replace(/\{([a-z]+)\}/g, (_, name: string) => (values[name] ?? general[name] ?? nothing)[language])
  return { zh: fill(words.zh, 'zh'), en: fill(words.en, 'en') }
}

/** The sentence that says where to look: the page shows a link instead, and a message ends with the full address. */
export function withoutLink(words: Words): Words {
  return {
    zh: words.zh.replace(/\s*(查看|详情)?[:：]?\s*\{link\}[。.]?/g, '').trim(),
    en: words.en.replace(/\s*(See|Open|Details:?)?\s*\{link\}\.?/g, '').trim(),
  }
}

const nothing: Words = { zh: '', en: '' }

const general: Record<string, Words> = {
  case: { zh: '您的案件', en: 'Your case' },
  court: { zh: '法院', en: 'The court' },
  due: { zh: '法定期限', en: 'the time limit' },
  reasons: { zh: '见案件页面', en: 'see the case page' },
  party: { zh: '当事人', en: 'party' },
  judge: { zh: '承办法官', en: 'the judge in charge' },
  amount: { zh: '应交数额', en: 'the amount due' },
  title: { zh: '新的记录', en: 'a new entry' },
  date: { zh: '今日', en: 'today' },
  days: { zh: '几', en: 'a few' },
  when: { zh: '另行通知的时间', en: 'a time still to be told' },
}
