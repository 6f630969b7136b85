import { z } from 'zod'
import { readPreferences } from '../../preferences/preferences.ts'

const stepsSchema = z.array(z.object({ zh: z.string(), en: z.string(), fen: z.string() }))

// The arithmetic of a fee as a party can check it by hand: each line and the sum so far, in yuan.
export async function FeeSteps({ steps }: { steps: unknown[] }) {
  const { locale } = await readPreferences()
  const read = stepsSchema.safeParse(steps)
  if (!read.success) return null
  return (
    <table className="w-full max-w-xl text-sm">
      <tbody>
        {read.data.map((step, index) => (
          <tr key={index} className="border-b">
            <td className="py-1 pr-4">{locale === 'en' ? step.en : step.zh}</td>
            <td className="py-1 text-right whitespace-nowrap">{yuan(step.fen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

// The sum so far is exact: whole fen, or a fraction of fen such as 24691/2. Shown in yuan, to the hundredth of a fen where there is one.
export function yuan(fen: string): string {
  const [n = 0n, d = 1n] = fen.split('/').map((part) => BigInt(part))
  const hundredths = (n * 100n) / d
  const digits = String(hundredths).padStart(5, '0')
  const thousands = digits.slice(0, -4).replace(/\B(?=(\d{3})+$)/g, ',')
  const part = digits.slice(-2) === '00' ? '' : digits.slice(-2)
  return `¥${thousands}.${digits.slice(-4, -2)}${part}`
}
