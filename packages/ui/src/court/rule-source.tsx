import { Fragment } from 'react'
import { ArrowRightIcon, ChevronDownIcon } from '../icons.tsx'

export type RuleLayer = {
  id: string
  mark: string // one character: 国, 浙, 甬
  title: string
  value: string
  reference?: string | undefined
  isUnverified?: boolean | undefined // nobody has checked it against its source
  state: 'sets' | 'changes' | 'keeps' | 'silent'
}

export type RuleSourceWords = {
  label: string // 'where this rule comes from'
  states: Record<RuleLayer['state'], string>
  unverified: string
}

// 国 → 浙 → 甬: which layer gave the value that holds here. Opens to say what each of them says.
export function RuleSource({ layers, words }: { layers: RuleLayer[]; words: RuleSourceWords }) {
  const deciding = [...layers].reverse().find((layer) => layer.state === 'sets' || layer.state === 'changes')
  return (
    <details className="group relative inline-block text-sm">
      <summary className="inline-flex min-h-target-dense list-none items-center gap-1 [&::-webkit-details-marker]:hidden">
        <span className="sr-only">{words.label}</span>
        <span className="inline-flex items-center gap-1 rounded-sm border bg-surface px-1.5 py-0.5 group-hover:border-line-strong">
          {layers.map((layer, index) => (
            <Fragment key={layer.id}>
              {index > 0 ? <ArrowRightIcon className="size-3 text-muted" /> : null}
              <span
                className={
                  layer === deciding ? 'font-semibold text-accent-text underline underline-offset-4' : 'text-muted'
                }
              >
                {layer.mark}
              </span>
            </Fragment>
          ))}
          <ChevronDownIcon className="size-4 text-muted transition-transform group-open:rotate-180" />
        </span>
      </summary>
      <div className="absolute left-0 z-30 mt-1 w-[min(24rem,85vw)] rounded-md border bg-surface px-4 py-3 text-ink shadow-lift">
        <p className="font-semibold">{words.label}</p>
        <ol className="mt-2 space-y-2.5">
          {layers.map((layer) => (
            <li key={layer.id} className="grid grid-cols-[1.75rem_1fr] gap-x-1">
              <span className={layer === deciding ? 'font-semibold text-accent-text' : 'text-muted'}>{layer.mark}</span>
              <span>
                {layer.title}
                <span className="block">
                  <span className="text-muted">{words.states[layer.state]}</span>{' '}
                  {layer.state === 'silent' ? null : <strong className="font-semibold">{layer.value}</strong>}
                </span>
                {layer.reference ? (
                  <span className="block text-muted">
                    {layer.reference}
                    {layer.isUnverified ? <span className="ml-1.5 text-warning">{words.unverified}</span> : null}
                  </span>
                ) : null}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </details>
  )
}
