import type { Ground } from './ground/ground.ts'
import type { History } from './load/history.ts'

export type Measured = Record<string, number | string>

export type Outcome =
  | { kind: 'held'; measured: Measured }
  /** A part that does not exist here, or a tool that is absent; says which. */
  | { kind: 'skipped'; why: string }

export type Fault = {
  /** As in the matrix: F1 … F23. */
  id: string
  title: string
  /** Breaks something under load and waits until all is well again; throws when something did not hold. */
  run(ground: Ground, history: History): Promise<Outcome>
}

export const held = (measured: Measured): Outcome => ({ kind: 'held', measured })
export const skipped = (why: string): Outcome => ({ kind: 'skipped', why })

export class Broken extends Error {}

/** Something the matrix promises. */
export function must(isSo: boolean, what: string): void {
  if (!isSo) throw new Broken(what)
}

export const seconds = (milliseconds: number) => Math.round(milliseconds / 100) / 10
