import type { ClockView } from '@court/procedure/docket/clocks'
import { dateWords } from '@court/procedure/docket/legal-time'
import { checkProof } from '@court/procedure/period/check-proof'
import type { OpenCase } from '../open-case.ts'
import type { ClockPageView } from './case-page-types.ts'
import { roleView } from './role-view.ts'

/** The clocks that the actor may know of: those whose first entry they may read. */
export function clockViews(open: OpenCase, party: (id: string | undefined | null) => string | null): ClockPageView[] {
  const readable = new Set(open.visible.map(({ seq }) => seq))
  return open.clocks.filter(({ startedBy }) => readable.has(startedBy)).map((clock) => clockView(clock, open, party))
}

function clockView(
  clock: ClockView,
  { code }: OpenCase,
  party: (id: string | undefined | null) => string | null,
): ClockPageView {
  const name = party(clock.subject)
  return {
    key: clock.key,
    periodId: clock.periodId,
    title: clock.title,
    subject: clock.subject && name ? { partyId: clock.subject, name } : null,
    whose: roleView(code, clock.whose),
    status: clock.status,
    startedBy: clock.startedBy,
    startedOn: clock.startedOn,
    due: clock.due,
    dueAt: clock.dueAt,
    isProvisional: clock.provisional,
    isLate: clock.isLate,
    clearedOn: clock.clearedOn ?? null,
    clearedBy: clock.clearedBy ?? null,
    proof: clock.proof.map(({ becauseZh, because, date }) => ({
      text: { zh: datesInWords(becauseZh, 'zh'), en: datesInWords(because, 'en') },
      day: date,
    })),
    check: { request: clock.request, isValid: isProven(clock) },
    references: clock.references,
    history: earlierDates(clock),
  }
}

/** `2026-11-25T24:00:00+08:00` → 2026年11月25日24时, 24:00 on 25 November 2026: the zone is that of the court. */
export function datesInWords(text: string, language: 'zh' | 'en'): string {
  return text.replace(instantOrDate, (_whole, day: string, time: string | undefined) => {
    const words = dateWords(day)[language]
    if (time === undefined) return words
    if (language === 'en') return `${time} on ${words}`
    return words + (time === '24:00' ? '24时' : time)
  })
}

const instantOrDate = /(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2})?(?:\.\d+)?(?:[+-]\d{2}:\d{2}|Z))?/g

/** The last date is the one in force; each earlier one is shown with what replaced it. */
function earlierDates({ history }: ClockView): ClockPageView['history'] {
  return history.slice(1).map(({ because, seq, at }, index) => ({ due: history[index]?.due ?? '', because, seq, at }))
}

/** Checked by code that shares nothing with the code that counted. */
function isProven({ request, due, dueAt, provisional, proof }: ClockView): boolean {
  return checkProof(request, { due, dueAt, provisional, proof }).valid
}
