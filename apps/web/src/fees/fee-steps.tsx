import { z } from 'zod'
import { readPreferences } from '@court/site/preferences'
import { exactYuan } from './exact-yuan.ts'

const stepsSchema = z.array(z.object({ step: z.string().optional(), zh: z.string(), en: z.string(), fen: z.string() }))

// The arithmetic of a fee, line by line, as one would check it by hand, with the sum so far. The first line names the tariff alone.
export async function FeeSteps({ steps }: { steps: readonly unknown[] }) {
  const { locale } = await readPreferences()
  const read = stepsSchema.safeParse(steps)
  if (!read.success) return null
  return (
    <ol className="max-w-xl text-sm">
      {read.data.map((step, index) => (
        <li key={index} className="grid grid-cols-[1fr_auto] gap-x-4 border-b py-1 last:border-b-0">
          <span>{locale === 'en' ? step.en : step.zh}</span>
          {step.step === 'tariff' ? null : <span className="text-right whitespace-nowrap">{exactYuan(step.fen)}</span>}
        </li>
      ))}
    </ol>
  )
}
