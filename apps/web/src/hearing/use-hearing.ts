'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { HearingPlace, HearingView } from '@court/usecases/hearings/hearing-types'
import type { Refusal, Result } from '@court/usecases/refusal'
import { placeOf } from './place-of.ts'
import { callHearing, type HearingAnswer, type HearingInput } from './call-hearing.ts'

/** Acts of a hearing that answer with what the hearing looks like after them. */
type ActName = {
  [N in Parameters<typeof callHearing>[0]]: Extract<HearingAnswer<N>, { ok: true }> extends { value: HearingView }
    ? N
    : never
}[Parameters<typeof callHearing>[0]]

export type Hearing = {
  view: HearingView
  place: HearingPlace
  /** Why the last act was not done; null once another one went through. */
  problem: Refusal | null
  /** The court's site itself does not answer. */
  isOffline: boolean
  isBusy: boolean
  act<N extends ActName>(name: N, input: Omit<HearingInput<N>, keyof HearingPlace>): Promise<boolean>
  reread(): void
  forget(): void
}

const slowSeconds = 20
const fastSeconds = 5

/** Holds what the court knows of a hearing and reads it anew: when told to, when somebody comes back to the page, and every few seconds. */
export function useHearing(first: HearingView, isSignalled: boolean): Hearing {
  const [view, setView] = useState(first)
  const [problem, setProblem] = useState<Refusal | null>(null)
  const [isOffline, setOffline] = useState(false)
  const [acts, setActs] = useState(0)
  const { courtSlug, caseId, hearingId } = placeOf(first)
  const reading = useRef<'no' | 'yes' | 'again'>('no')

  const take = useCallback(
    (next: HearingView) => setView((known) => (next.hearing.revision < known.hearing.revision ? known : next)),
    [],
  )
  const reread = useCallback(() => {
    if (reading.current !== 'no') {
      reading.current = 'again'
      return
    }
    const read = async () => {
      do {
        reading.current = 'yes'
        const answer = await callHearing('view', { courtSlug, caseId, hearingId })
        setOffline(!answer.ok && answer.ruleId === 'offline')
        if (answer.ok) take(answer.value)
      } while ((reading.current as string) === 'again')
      reading.current = 'no'
    }
    void read()
  }, [courtSlug, caseId, hearingId, take])

  useEffect(() => {
    const timer = setInterval(reread, (isSignalled ? slowSeconds : fastSeconds) * 1000)
    const onBack = () => document.visibilityState === 'visible' && reread()
    document.addEventListener('visibilitychange', onBack)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onBack)
    }
  }, [reread, isSignalled])

  const act: Hearing['act'] = async (name, input) => {
    setActs((count) => count + 1)
    const place = { courtSlug, caseId, hearingId }
    const answer = (await callHearing(name, {
      ...place,
      ...input,
    } as unknown as HearingInput<typeof name>)) as Result<HearingView> // every name of an act answers so
    setActs((count) => count - 1)
    if (answer.ok) {
      take(answer.value)
      setProblem(null)
      return true
    }
    setProblem(answer)
    reread()
    return false
  }
  const forget = useCallback(() => setProblem(null), [])
  return {
    view,
    place: { courtSlug, caseId, hearingId },
    problem,
    isOffline,
    isBusy: acts > 0,
    act,
    reread,
    forget,
  }
}
