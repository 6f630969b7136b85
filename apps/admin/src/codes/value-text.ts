import { formatYuan } from '@court/ui/words/amount'

type Locale = 'zh-CN' | 'en'

const units: Record<string, [zh: string, one: string, many: string]> = {
  day: ['日', 'day', 'days'],
  'court-day': ['个工作日', 'court day', 'court days'],
  week: ['周', 'week', 'weeks'],
  month: ['个月', 'month', 'months'],
  year: ['年', 'year', 'years'],
  hour: ['小时', 'hour', 'hours'],
}

// A value of a code as a reader sees it: a length of time in words, money in yuan where its path says so, a list in a line, a dated figure
// with its day, anything else as it stands.
export function valueText(value: unknown, locale: Locale, path = ''): string {
  if (value === null || value === undefined) return '—'
  if (typeof value === 'boolean') return locale === 'en' ? (value ? 'yes' : 'no') : value ? '是' : '否'
  if (typeof value === 'number' && /Fen(\.|$)/.test(path)) return formatYuan(value)
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map((one) => valueText(one, locale, path)).join(locale === 'en' ? ', ' : '、')
  const dated = datedText(value as Record<string, unknown>, locale, path)
  if (dated !== null) return dated
  const length = lengthText(value as Record<string, unknown>, locale)
  return length ?? JSON.stringify(value)
}

// What a rule is about, in a few words: how long a period is, who may act, which tariff; nothing where no few words say it.
export function ruleSummary(section: string, rule: unknown, locale: Locale): string {
  const one = rule as Record<string, unknown>
  switch (section) {
    case 'periods':
      return lengthText((one['rule'] ?? {}) as Record<string, unknown>, locale) ?? ''
    case 'actions':
      return valueText(one['by'], locale)
    case 'fees':
      return valueText(one['tariff'], locale)
    case 'limits':
      return one['maxFileMb'] === undefined ? '' : `${valueText(one['maxFileMb'], locale)} MB`
    case 'reasons':
      return valueText(one['kind'], locale)
    case 'tasks':
      return valueText(one['to'], locale)
    case 'numbering':
      return valueText(one['type'], locale)
    default:
      return ''
  }
}

// A figure that holds from a day on, as parameters have them.
function datedText({ from, value }: Record<string, unknown>, locale: Locale, path: string): string | null {
  if (typeof from !== 'string' || value === undefined) return null
  const text = valueText(value, locale, path)
  return locale === 'en' ? `${text} from ${from}` : `${from}起${text}`
}

function lengthText(rule: Record<string, unknown>, locale: Locale): string | null {
  const { count, unit } = rule
  if (typeof unit !== 'string') return null
  const [zh, single, many] = units[unit] ?? [unit, unit, unit]
  const number = typeof count === 'number' ? count : defaultOf(count)
  if (number === null) return null
  return locale === 'en' ? `${number} ${number === 1 ? single : many}` : `${number}${zh}`
}

function defaultOf(count: unknown): number | null {
  const value = typeof count === 'object' && count !== null ? (count as { default?: unknown }).default : undefined
  return typeof value === 'number' ? value : null
}
