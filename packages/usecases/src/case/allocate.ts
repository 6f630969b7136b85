import type { Tx } from '@court/db/database'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import { allocationsOf, type Allocated, type Allocations } from '@court/procedure/docket/decide'
import { drawJudge, fewestOpenWeight, type DrawCandidate } from '@court/procedure/draw/draw-judge'
import { formatCaseNumber } from '@court/procedure/number/format-case-number'
import type { UseCaseContext } from '../context.ts'
import { accepted, refuse, type Result } from '../refusal.ts'

type Wanted = {
  courtId: string
  code: ResolvedCode
  action: string
  today: string
  unitId: string | null
  partyNames: readonly string[]
  /** Who has the case now; when it is drawn anew they are left out. */
  judgeId: string | null
}

/** What the action needs of the court before it can be decided: the next case number, and a judge drawn by the rule. */
export async function allocate(tx: Tx, ctx: UseCaseContext, wanted: Wanted): Promise<Result<Allocated>> {
  const needs = allocationsOf(wanted.code, wanted.action)
  const draw = needs.draw ? await drawFrom(tx, ctx, { ...wanted, rule: needs.draw }) : undefined
  if (draw && !draw.ok) return draw
  // The counter last: it is locked from here to the end of the transaction.
  const caseNumber = needs.numbering ? await nextNumber(tx, { ...wanted, rule: needs.numbering }) : undefined
  return accepted({ ...(caseNumber && { caseNumber }), ...(draw && { draw: draw.value }) })
}

/**
 * What could be said before saving: the number that would come next if nobody came first, and who is in the pool. Only the court looks
 * into its pool; for anybody else, and where nobody is in it, a placeholder lets the rules be asked all the same.
 */
export async function foresee(
  tx: Tx,
  ctx: UseCaseContext,
  wanted: Wanted,
): Promise<{ allocated: Allocated; pool: Candidate[] | null }> {
  const { numbering, draw } = allocationsOf(wanted.code, wanted.action)
  const pool = draw && ctx.actor.kind === 'staff' ? await poolFor(tx, { ...wanted, rule: draw }) : null
  const key = numbering && { courtId: wanted.courtId, key: counterKey(wanted, numbering) }
  const row = key && (await tx.caseCounter.findUnique({ where: { courtId_key: key } }))
  return {
    allocated: {
      ...(numbering && { caseNumber: numberOf(wanted, numbering, (row?.value ?? 0) + 1) }),
      ...(draw && { draw: { judge: pool?.[0]?.id ?? 'nobody', seed: 'preview', rule: draw.rule, weights: [] } }),
    },
    pool,
  }
}

type Numbering = NonNullable<Allocations['numbering']>
type Drawing = NonNullable<Allocations['draw']>
export type Candidate = DrawCandidate & { name: string }

/** One statement raises the counter; whoever comes second waits for the first to be saved or undone. So numbers have no gaps. */
async function nextNumber(tx: Tx, wanted: Wanted & { rule: Numbering }) {
  const [row] = await tx.$queryRaw<{ value: number }[]>`
    insert into case_counter as c (court_id, key, value) values (${wanted.courtId}::uuid, ${counterKey(wanted, wanted.rule)}, 1)
    on conflict (court_id, key) do update set value = c.value + 1 returning value`
  if (!row) throw new Error('an upsert that returns its row returned none')
  return numberOf(wanted, wanted.rule, row.value)
}

function numberOf({ code, today }: Wanted, { type, division }: Numbering, serial: number) {
  const year = Number(today.slice(0, 4))
  const text = formatCaseNumber({ year, court: code.court, division, type, serials: [serial] })
  return { text, year, type, division, serial }
}

const counterKey = ({ today }: Wanted, { type, division }: Numbering): string =>
  `case-number:${division ?? ''}${type}:${today.slice(0, 4)}`

/** The seed is fresh; with pool and weights it is kept in the docket, so that anybody can draw again. */
async function drawFrom(tx: Tx, ctx: UseCaseContext, wanted: Wanted & { rule: Drawing }) {
  const pool = await poolFor(tx, wanted)
  if (!pool.some(({ weight }) => weight > 0)) return noJudge()
  const seed = Buffer.from(ctx.randomBytes(32)).toString('hex')
  const candidates = pool.map(({ id, weight }) => ({ id, weight }))
  const { id } = drawJudge({ pool: candidates, seed })
  return accepted({ judge: id, seed, rule: wanted.rule.rule, weights: candidates })
}

/** Left out are a judge who shares a name with a party and, in a new draw, the one who had the case; one on leave has the weight 0. */
async function poolFor(
  tx: Tx,
  { courtId, rule, unitId, partyNames, judgeId }: Wanted & { rule: Drawing },
): Promise<Candidate[]> {
  const staff = await tx.staffMember.findMany({
    where: {
      courtId,
      isActive: true,
      roles: { has: rule.pool },
      ...(judgeId !== null ? { id: { not: judgeId } } : {}),
      ...(rule.sameUnit && unitId !== null ? { unitId } : {}),
    },
    select: { id: true, name: true, weight: true },
    orderBy: { id: 'asc' },
  })
  const free = rule.exclude.includes('conflict') ? staff.filter(({ name }) => !partyNames.includes(name)) : staff
  const open =
    rule.weight === 'fewest-open'
      ? await tx.case.groupBy({
          by: ['judgeId'],
          where: { courtId, judgeId: { in: free.map(({ id }) => id) }, closedAt: null },
          _count: { _all: true },
        })
      : []
  const load = new Map(open.map(({ judgeId, _count }) => [judgeId, _count._all]))
  return free.map(({ id, name, weight }) => {
    const full = rule.weight === 'fewest-open' ? fewestOpenWeight(load.get(id) ?? 0) : 1_000_000
    return { id, name, weight: Math.floor((full * weight) / 100) }
  })
}

const noJudge = () =>
  refuse({
    ruleId: 'draw.nobody',
    reason: {
      zh: '本院没有可以承办本案的法官。请联系本院管理员，在“人员”中设置法官，再办理立案。',
      en: 'No judge of this court can take the case. Ask the court’s administrator to add a judge under “Staff”, then docket it.',
    },
  })
