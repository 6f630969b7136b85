import { valueAt } from './rule-path.ts'
import type { Words } from './schema/words.ts'

const units: Record<string, { zh: string; one: string; many: string }> = {
  day: { zh: '日', one: 'day', many: 'days' },
  'court-day': { zh: '个工作日', one: 'court day', many: 'court days' },
  week: { zh: '周', one: 'week', many: 'weeks' },
  month: { zh: '个月', one: 'month', many: 'months' },
  year: { zh: '年', one: 'year', many: 'years' },
  hour: { zh: '小时', one: 'hour', many: 'hours' },
}

const counted: Record<string, { zh: string; one: string; many: string }> = {
  maxFileMb: { zh: ' MB', one: 'MB', many: 'MB' },
  maxFiles: { zh: '个文件', one: 'file', many: 'files' },
  maxPages: { zh: '页', one: 'page', many: 'pages' },
  maxParties: { zh: '方当事人', one: 'party', many: 'parties' },
}

/** Chances in the draw of a judge. */
const named: Readonly<Record<string, Words>> = {
  equal: { zh: '机会均等', en: 'each alike' },
  'fewest-open': { zh: '在办案件越少，机会越大', en: 'the fewer open cases, the likelier' },
}

/** What a rule of the code is called, by its id. */
export type NameOf = (id: string) => Words | undefined

/** A value as a lawyer says it: 15 with the unit beside it is "15 days", a figure in fen is in yuan, rules are named by their titles. */
export function valueWords(
  value: unknown,
  inner: readonly string[],
  rule: unknown,
  nameOf: NameOf = () => undefined,
): Words {
  const last = inner.at(-1) ?? ''
  if (typeof value === 'number') {
    const besides = ['min', 'max', 'default'].includes(last) ? inner.slice(0, -2) : inner.slice(0, -1)
    const unit = valueAt(rule, [...besides, 'unit'])
    const isCount = last === 'count' || inner.at(-2) === 'count'
    const known = isCount && typeof unit === 'string' ? units[unit] : counted[last]
    if (known !== undefined)
      return { zh: `${value}${known.zh}`, en: `${value} ${value === 1 ? known.one : known.many}` }
    if (last.endsWith('Fen')) return { zh: `${(value / 100).toFixed(2)}元`, en: `${(value / 100).toFixed(2)} yuan` }
  }
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0))
    return { zh: '未定', en: 'none yet' }
  if (isWords(value)) return value
  if (value === true) return { zh: '可以', en: 'yes' }
  if (value === false) return { zh: '不可以', en: 'no' }
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return listWords(value.map((one) => nameOf(one) ?? { zh: one, en: one }))
  if (Array.isArray(value) && value.every(isDated)) return datedWords(value, inner, rule)
  if (typeof value === 'string') return named[value] ?? nameOf(value) ?? { zh: value, en: value }
  const text = JSON.stringify(value)
  return { zh: text, en: text }
}

const listWords = (all: readonly Words[]): Words => ({
  zh: all.map(({ zh }) => zh).join('、'),
  en: all.map(({ en }) => en).join(', '),
})

function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}

type Dated = { from: string; value: unknown }

function isDated(value: unknown): value is Dated {
  return typeof value === 'object' && value !== null && 'from' in value && 'value' in value
}

/** Figures that change with the years: "108645.00 yuan from 2022-01-11". */
function datedWords(values: readonly Dated[], inner: readonly string[], rule: unknown): Words {
  const isFen = valueAt(rule, ['unit']) === 'fen'
  const words = values.map(({ from, value }) => {
    const one = valueWords(value, isFen ? [...inner, 'valueFen'] : inner, rule)
    return { zh: `自${from}起${one.zh}`, en: `${one.en} from ${from}` }
  })
  return { zh: words.map((one) => one.zh).join('，'), en: words.map((one) => one.en).join(', ') }
}
