'use client'

import { Badge } from '@court/ui/badge'
import { Button } from '@court/ui/button'
import { fill } from '@court/ui/words/fill'
import type { HearingView } from '@court/usecases/hearings/hearing-types'
import { useRef, useState } from 'react'
import { hearingFile } from '../hearing-path.ts'
import type { HearingWords } from '../hearing-words.ts'
import { placeOf } from '../place-of.ts'
import { checkChain, type ChainCheck } from './check-chain.ts'

// The parts of a recording, played one after the other; the gaps between them with their reasons; and, on asking, every checksum counted
// anew in the browser of whoever asks.
export function Recording({
  view,
  words,
  locale,
  mayPlay,
}: {
  view: HearingView
  words: HearingWords
  locale: string
  mayPlay: boolean
}) {
  const { slices, gaps } = view.recording
  const [at, setAt] = useState(0)
  const [hasBegun, setBegun] = useState(false)
  const [check, setCheck] = useState<ChainCheck | null>(null)
  const video = useRef<HTMLVideoElement>(null)
  const address = (index: number) => hearingFile(placeOf(view), `/slices/${index}`)
  const time = (date: Date) =>
    new Intl.DateTimeFormat(locale, {
      timeZone: view.court.zone,
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    }).format(date)
  const current = slices[at]
  const play = (to: number) => {
    setBegun(true)
    setAt(to)
  }
  return (
    <section aria-labelledby="recording">
      <h2 id="recording" className="text-xl">
        {words.record.recording}
      </h2>
      {slices.length === 0 ? (
        <p className="text-muted">
          {view.recording.state === 'not-possible' ? words.recording['not-possible'] : words.record.noRecording}
        </p>
      ) : (
        <div className="mt-2 grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          {mayPlay && current ? (
            <div>
              <video
                key={current.index}
                ref={video}
                src={address(current.index)}
                controls
                playsInline
                preload="metadata"
                autoPlay={hasBegun}
                controlsList="nodownload"
                aria-label={words.record.recording}
                data-slice={current.index}
                onEnded={() => (at + 1 < slices.length ? play(at + 1) : undefined)}
                onContextMenu={(event) => event.preventDefault()}
                className="aspect-video w-full rounded-md bg-black"
              />
              <p role="status" className="mt-1 text-sm text-muted">
                {fill(words.record.playing, { n: at + 1, total: slices.length })} ·{' '}
                {fill(words.record.from, { from: time(current.startedAt), to: time(current.endedAt) })}
              </p>
            </div>
          ) : (
            <p className="text-muted">{words.record.notAllowed}</p>
          )}
          <div className="space-y-3">
            {mayPlay ? (
              <div>
                <Button
                  type="button"
                  aria-disabled={check?.state === 'checking' || undefined}
                  onClick={() => void checkChain({ slices, address, onStep: setCheck })}
                >
                  {words.record.check}
                </Button>
                <p role="status" className="mt-1 text-sm">
                  {check ? (
                    <Badge tone={check.state === 'good' ? 'success' : check.state === 'checking' ? 'info' : 'danger'}>
                      <span className="whitespace-normal">{textOf(check, words, slices.length)}</span>
                    </Badge>
                  ) : (
                    <span className="text-muted">{words.record.checkNote}</span>
                  )}
                </p>
              </div>
            ) : null}
            <ol aria-label={words.record.slices} className="border-t text-sm">
              {slices.map((slice, index) => (
                <li key={slice.index} className="border-b py-1.5">
                  {mayPlay ? (
                    <button
                      type="button"
                      aria-current={index === at ? 'true' : undefined}
                      onClick={() => play(index)}
                      className="link inline-flex min-h-target-dense cursor-pointer items-center font-semibold aria-[current]:text-accent-text"
                    >
                      {fill(words.record.slice, { n: index + 1 })}
                    </button>
                  ) : (
                    <span className="font-semibold">{fill(words.record.slice, { n: index + 1 })}</span>
                  )}{' '}
                  <span>{fill(words.record.from, { from: time(slice.startedAt), to: time(slice.endedAt) })}</span>{' '}
                  <code className="block break-all text-muted">{slice.hash.slice(0, 32)}…</code>
                </li>
              ))}
              {gaps.map((gap) => (
                <li key={gap.fromAt.getTime()} className="border-b py-1.5 font-semibold text-warning">
                  {fill(words.record.gap, {
                    from: time(gap.fromAt),
                    to: gap.toAt ? time(gap.toAt) : words.record.gapOpen,
                    why: (words.record.gapWhy as Record<string, string>)[gap.why] ?? gap.why,
                  })}
                </li>
              ))}
            </ol>
          </div>
        </div>
      )}
    </section>
  )
}

function textOf(check: ChainCheck, words: HearingWords, total: number): string {
  switch (check.state) {
    case 'checking':
      return fill(words.record.checking, { n: check.part, total })
    case 'good':
      return fill(words.record.chainGood, { n: total })
    case 'differs':
      return fill(words.record.chainBad, { n: check.part })
    case 'absent':
      return fill(words.record.checkFailed, { n: check.part })
  }
}
