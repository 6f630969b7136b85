'use client'

import { Button } from '@court/ui/button'
import { CheckRow } from '@court/ui/hearing/check-row'
import { WifiIcon } from '@court/ui/hearing/icons'
import { fill } from '@court/ui/words/fill'
import { useState } from 'react'
import type { HearingWords } from '../hearing-words.ts'
import { Advice } from './advice.tsx'
import { measureLine, type Line } from './measure-line.ts'

export function LineCheck({ words, onFound }: { words: HearingWords; onFound: (line: Line) => void }) {
  const [line, setLine] = useState<Line | 'untested' | 'measuring'>('untested')
  const own = words.devices.line
  const measure = async () => {
    setLine('measuring')
    const measured = await measureLine()
    setLine(measured)
    onFound(measured)
  }
  const known = typeof line === 'string' ? null : line
  return (
    <CheckRow
      id="check-line"
      icon={<WifiIcon />}
      title={own.name}
      state={
        known ? (known.connection === 'none' ? 'bad' : known.connection) : line === 'measuring' ? 'testing' : 'untested'
      }
      stateLabel={
        known ? own.states[known.connection] : words.devices.states[line === 'measuring' ? 'opening' : 'untested']
      }
      advice={known && known.connection !== 'good' ? <Advice lines={own.advice[known.connection]} /> : null}
    >
      {known && known.upKbps !== null && known.downKbps !== null ? (
        <p className="mb-3">
          {fill(own.measured, {
            down: megabits(known.downKbps),
            up: megabits(known.upKbps),
            delay: known.delayMs ?? 0,
          })}
        </p>
      ) : (
        <p className="mb-3 text-muted">{own.lead}</p>
      )}
      <Button type="button" aria-disabled={line === 'measuring' || undefined} onClick={() => void measure()}>
        {line === 'untested' ? own.test : words.devices.again}
      </Button>
    </CheckRow>
  )
}

const megabits = (kbps: number) => (kbps / 1000).toFixed(kbps < 10_000 ? 1 : 0)
