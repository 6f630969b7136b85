/** One thing measured: one file in `benches/`, named in `all-benches.ts`. */
export type Bench = {
  name: string
  /** One line for `--list`: the work, against whom. */
  description: string
  run(settings: Settings): Promise<Outcome>
}

export type Settings = {
  /** How often each side is measured, in turns; figures are medians over the rounds. */
  rounds: number
  /** small: does the bench work at all; full: also what takes an hour. */
  scale: 'small' | 'normal' | 'full'
  /** A line about what is being done, on stderr. */
  say(line: string): void
}

export type Outcome = {
  /** Ours divided by what somebody would take instead: more is better. Null where there is no such thing. */
  ratioToPeer: number | null
  /** Ours divided by what the machine can do at most. */
  ratioToLimit: number | null
  table: Row[]
  aims: Aim[]
  /** All that was measured, for the JSON. */
  figures: Record<string, unknown>
}

/** Cells by heading; all rows of a table have the same headings. */
export type Row = Record<string, string | number>

/** What was to be reached, and what was. */
export type Aim = { what: string; figure: number; at: 'least' | 'most'; aim: number; unit?: string }

export const isMet = ({ figure, at, aim }: Aim): boolean => (at === 'least' ? figure >= aim : figure <= aim)
