import type { Draft } from '../ground/town.ts'
import type { Answer } from './client.ts'

/** A receipt that a person was shown: it must stand, once, whatever breaks afterwards. */
export type Receipt = { draftId: string; courtId: string; caseId: string; number: string }

/** What the clients saw, apart from any database. */
export type History = {
  receipts: Receipt[]
  /** Handed in without an answer: may stand or not, but once at most. */
  unknown: Draft[]
  /** Answered with a refusal: must not stand. */
  refused: { draft: Draft; ruleId: string }[]
  /** Receipts for one draft that differ: two cases were made of one. */
  contradictions: string[]
  reads: { ok: number; failed: number; milliseconds: number[] }
  filings: { milliseconds: number[]; attempts: number; statuses: Map<number, number> }
  /** Everything that was asked of the platform and done by it. */
  operations: number
}

export const newHistory = (): History => ({
  receipts: [],
  unknown: [],
  refused: [],
  contradictions: [],
  reads: { ok: 0, failed: 0, milliseconds: [] },
  filings: { milliseconds: [], attempts: 0, statuses: new Map() },
  operations: 0,
})

export function noteAnswer({ filings }: History, answer: Answer): void {
  filings.attempts += 1
  if (answer.kind === 'failed') filings.statuses.set(answer.status, (filings.statuses.get(answer.status) ?? 0) + 1)
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
