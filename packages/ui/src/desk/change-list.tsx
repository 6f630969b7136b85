import type { ReactNode } from 'react'
import { ArrowRightIcon } from '../icons.tsx'

export type Change = {
  id: string
  what: string
  before?: string | undefined // none: it begins
  after?: string | undefined // none: it ends
  because?: ReactNode
}

// What is about to change, each from what to what and why. Read before saving.
export function ChangeList({ changes, words }: { changes: Change[]; words: { none: string; ends: string } }) {
  return (
    <ul className="divide-y border-y text-sm">
      {changes.map((change) => (
        <li key={change.id} className="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[minmax(8rem,2fr)_3fr]">
          <span className="font-semibold">{change.what}</span>
          <span>
            <span className="inline-flex flex-wrap items-center gap-x-2">
              {change.before ? (
                <del className="text-muted">{change.before}</del>
              ) : (
                <span className="text-muted">{words.none}</span>
              )}
              <ArrowRightIcon className="size-4 text-muted" />
              {change.after ? (
                <ins className="font-semibold no-underline">{change.after}</ins>
              ) : (
                <span>{words.ends}</span>
              )}
            </span>
            {change.because ? <span className="block text-muted">{change.because}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
