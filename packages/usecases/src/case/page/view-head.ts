import { rolesInCase } from '@court/procedure/docket/acting'
import { whatHappensNext } from '@court/procedure/docket/next'
import type { OpenCase } from '../open-case.ts'
import type { CaseHead, CaseViewer, CourtView, NextView, StageMapView, StateView } from './case-page-types.ts'
import { roleView, titleOfState } from './role-view.ts'

export const courtView = ({ court, code }: Pick<OpenCase, 'court' | 'code'>): CourtView => ({
  id: court.courtId,
  slug: court.slug,
  name: court.name,
  code: code.court,
  zone: court.zone,
})

export function caseHead({ row, code, state }: OpenCase): CaseHead {
  const { procedure } = state.facts
  const rule = typeof procedure === 'string' ? code.procedures[procedure] : undefined
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    cause: row.causeCode && row.causeTitle ? { code: row.causeCode, title: row.causeTitle } : null,
    procedure: rule && typeof procedure === 'string' ? { id: procedure, title: rule.title } : null,
    amountFen: row.amountFen === null ? null : Number(row.amountFen),
    receiptNumber: row.receiptNumber,
    visibility: row.visibility,
    submittedAt: row.submittedAt,
    acceptedAt: row.acceptedAt,
    closedAt: row.closedAt,
    judge: row.judge,
    clerk: row.clerk,
    unit: row.unit ? { zh: row.unit.nameZh, en: row.unit.nameEn } : null,
  }
}

export function viewerOf({ acting, code, state }: OpenCase): CaseViewer {
  const roles = [...rolesInCase(acting, state, code)]
  return {
    side: acting.ref.kind === 'person' ? 'party' : 'court',
    roles: roles.map((role) => roleView(code, role)),
    partyId: acting.partyId ?? null,
    isAgent: acting.ref.roles.includes('agent'),
  }
}

export function stateView(open: OpenCase): StateView {
  const { state, code, row, acting } = open
  const mine = rolesInCase(acting, state, code)
  return {
    id: state.state,
    title: titleOfState(code, state.state),
    meaning: code.states[state.state]?.meaning ?? null,
    phase: code.states[state.state]?.phase ?? '',
    since: state.stateSince,
    recordedAt: state.stateRecordedAt,
    isTerminal: state.isTerminal,
    holder: state.holder.map((role) => roleView(code, role)),
    holderName: state.holder.includes('judge') ? (row.judge?.name ?? null) : null,
    isWithMe: state.holder.some((role) => mine.has(role)),
  }
}

/** Drawn from the code: a state leads to where its actions lead. */
export function stageMap({ code, state, visible }: OpenCase): StageMapView {
  const visited = visible.flatMap((entry) => code.entries[entry.type]?.enters ?? [])
  const moves = Object.entries(code.actions).flatMap(([action, rule]) => {
    const from = rule.from === '*' ? [] : rule.from
    return from.flatMap((one) =>
      rule.to === undefined || rule.to === one ? [] : [{ from: one, to: rule.to, action, title: rule.title }],
    )
  })
  return {
    states: Object.entries(code.states)
      .map(([id, { title, phase, order }]) => ({ id, title, phase, order }))
      .sort((a, b) => a.order - b.order),
    moves,
    visited: [...new Set(visited)],
    current: state.state,
  }
}

export function nextView({ entries, code, now, acting, state }: OpenCase): NextView | null {
  const next = whatHappensNext(entries, code, now)
  if (!next) return null
  const mine = rolesInCase(acting, state, code)
  const isParty = acting.ref.kind === 'person'
  return {
    what: next.what,
    by: roleView(code, next.by),
    due: next.due ?? null,
    dueAt: next.dueAt ?? null,
    clockKey: next.clockKey ?? null,
    isOverdue: next.isOverdue,
    isForMe: mine.has(next.by) || (isParty && next.by === 'parties') || (!isParty && next.by === 'court'),
    references: next.reference,
  }
}
