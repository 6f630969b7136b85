import { pinyin } from 'pinyin-pro'
import type { Tx } from '@court/db/database'
import type { Words } from '../refusal.ts'

export type NewCause = { code: string; level: number; parentCode: string | null; title: Words; isInForce?: boolean }

/** Adds an edition of the catalogue in the order given, with what people type to find a cause. What is there already stays as it is. */
export async function publishCauses(tx: Tx, edition: string, causes: readonly NewCause[]): Promise<number> {
  const { count } = await tx.cause.createMany({
    data: causes.map(({ code, level, parentCode, title, isInForce }, position) => ({
      edition,
      code,
      level,
      parentCode,
      position,
      titleZh: title.zh,
      titleEn: title.en,
      ...lettersOf(title.zh),
      isInForce: isInForce ?? true,
    })),
    skipDuplicates: true,
  })
  return count
}

/** 民间借贷 → minjianjiedai, mjjd */
export function lettersOf(text: string): { pinyin: string; initials: string } {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', v: true })
  return { pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable[0] ?? '').join('') }
}
