import { getTranslations } from 'next-intl/server'
import { readPreferences } from '../preferences/preferences.ts'

type FeeStep = { zh: string; en: string; fen: string }

// The arithmetic of a fee, line by line, as one would check it by hand. `fen` is the sum so far; it may be a fraction.
export async function FeeSteps({ steps }: { steps: readonly unknown[] }) {
  const [t, { locale }] = await Promise.all([getTranslations('case'), readPreferences()])
  return (
    <ol className="text-sm">
      {steps.filter(isStep).map((step, index) => (
        <li key={index} className="grid grid-cols-[1fr_auto] gap-x-4 border-b py-1 last:border-b-0">
          <span>{locale === 'en' ? step.en : step.zh}</span>
          <span className="text-right whitespace-nowrap">{t('fees.sum', { amount: yuanOf(step.fen) })}</span>
        </li>
      ))}
    </ol>
  )
}

function isStep(value: unknown): value is FeeStep {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value && 'fen' in value
}

// '105000' or '52512.5' fen, in yuan.
function yuanOf(fen: string): string {
  const number = Number(fen)
  return Number.isFinite(number)
    ? (number / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 4 })
    : fen
}
