import { z } from 'zod'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { accepted, type Result } from '../refusal.ts'
import { causeView, type CauseRow, type CauseView } from './cause-view.ts'
import { loadCauses } from './load-causes.ts'

export const searchCausesInput = z.strictObject({
  /** 民间借贷, minjianjiedai, mjjd, "loan", or the number of the catalogue. */
  q: z.string().max(60),
  limit: z.number().int().min(1).max(50).default(20),
})

/** Best first; nothing for an empty question. */
export function searchCauses(
  ctx: UseCaseContext,
  input: z.infer<typeof searchCausesInput>,
): Promise<Result<CauseView[]>> {
  return inNation(ctx, async (tx) => {
    const { causes, byCode } = await loadCauses(tx)
    return accepted(
      rankCauses(causes, input.q)
        .slice(0, input.limit)
        .map((cause) => causeView(cause, byCode)),
    )
  })
}

/** Every word typed must be found; a title that begins with it comes before one that holds it, a shorter before a longer. */
export function rankCauses(causes: readonly CauseRow[], typed: string): CauseRow[] {
  const words = plain(typed)
    .split(' ')
    .filter((word) => word !== '')
  if (words.length === 0) return []
  return causes
    .flatMap((cause) => {
      const scores = words.map((word) => scoreOf(cause, word))
      return scores.includes(0) ? [] : [{ cause, score: scores.reduce((sum, one) => sum + one, 0) }]
    })
    .sort(
      (a, b) =>
        b.score - a.score || a.cause.titleZh.length - b.cause.titleZh.length || a.cause.position - b.cause.position,
    )
    .map(({ cause }) => cause)
}

function scoreOf(cause: CauseRow, word: string): number {
  if (cause.code === word) return 100
  const zh = plain(cause.titleZh)
  if (zh === word) return 90
  if (zh.startsWith(word)) return 80
  if (zh.includes(word)) return 60
  if (!/^[a-z0-9.'-]+$/.test(word)) return 0
  const letters = word.replaceAll("'", '')
  if (cause.initials.startsWith(letters)) return 55
  if (cause.pinyin.startsWith(letters)) return 50
  if (` ${plain(cause.titleEn)}`.includes(` ${word}`)) return 45
  if (letters.length > 1 && cause.initials.includes(letters)) return 35
  if (letters.length > 2 && cause.pinyin.includes(letters)) return 30
  return 0
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s、，,]+/g, ' ')
    .trim()
