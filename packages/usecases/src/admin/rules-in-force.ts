import { z } from 'zod'
import { explain, type ExplainedLayer } from '@court/procedure/code/explain'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import { sectionNames, type SectionName } from '@court/procedure/code/schema/pack'
import { referencesOf, type Reference } from '@court/procedure/code/schema/reference'
import { loadCode } from '../codes/load-code.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, notFound, refuse, type Refusal, type Result, type Words } from '../refusal.ts'
import { plainDate } from './court-input.ts'
import { reachCourt } from './reach.ts'

export const rulesInput = z.strictObject({
  courtId: z.uuid(),
  on: plainDate,
  section: z.enum(sectionNames as [SectionName, ...SectionName[]]),
})
export type RulesInput = z.infer<typeof rulesInput>

/** One rule of the code in force: which pack declares it, and every value that a layer changed, with what each layer made of it. */
export type RuleRow = {
  path: string
  id: string
  title: Words
  references: Reference[]
  owner: { packId: string; title: Words; layer: string } | null
  /** The rule as it stands, plain JSON. */
  rule: unknown
  changes: { path: string; inner: string; layers: ExplainedLayer[] }[]
}

export type RulesInForce = {
  on: string
  hash: string
  packs: { id: string; version: string; layer: string; title: Words }[]
  sections: { name: SectionName; count: number }[]
  rules: RuleRow[]
}

/** One section of the code of a court on a day. */
export function rulesInForce(ctx: UseCaseContext, input: RulesInput): Promise<Result<RulesInForce>> {
  return withCode(ctx, input, (code) =>
    accepted({
      on: input.on,
      hash: code.hash,
      packs: code.packs.map(({ id, version, layer, title }) => ({ id, version, layer, title })),
      sections: sectionNames
        .map((name) => ({ name, count: Object.keys(code[name]).length }))
        .filter(({ count }) => count > 0),
      rules: Object.entries(code[input.section]).map(([id, rule]) => rowOf(code, input.section, id, rule)),
    }),
  )
}

export const explainInput = z.strictObject({ courtId: z.uuid(), on: plainDate, rule: z.string().min(1).max(200) })
export type ExplainInput = z.infer<typeof explainInput>

export type RuleExplained = RuleRow & {
  /** The one value that was asked for, or the whole rule. */
  value: unknown
  layers: ExplainedLayer[]
  floor: unknown
  text: Words
}

/** Which layer gave a rule or a value of it, on that day. */
export function explainRule(ctx: UseCaseContext, input: ExplainInput): Promise<Result<RuleExplained>> {
  return withCode(ctx, input, (code) => {
    const explained = explain(code, input.rule)
    if (!explained.ok) return noSuchRule(input.rule, explained.fix)
    const [section = '', id = ''] = explained.rule.split('.')
    const name = sectionNames.find((one) => one === section)
    const rule = name && code[name][id]
    if (!name || !rule) return noSuchRule(input.rule, '')
    const { value, layers, floor, text } = explained
    return accepted({ ...rowOf(code, name, id, rule), value, layers, floor, text })
  })
}

async function withCode<T>(
  ctx: UseCaseContext,
  { courtId, on }: { courtId: string; on: string },
  answer: (code: ResolvedCode) => Result<T>,
): Promise<Result<T>> {
  const admin = reachCourt(ctx, courtId)
  if (!admin.ok) return admin
  return ctx.db.withCourt({ courtId, actor: admin.actor }, async (tx) => {
    if (!(await tx.court.findUnique({ where: { id: courtId }, select: { id: true } }))) return notFound()
    const code = await loadCode(tx, ctx, { courtId, on })
    return code ? answer(code) : noCode(on)
  })
}

function rowOf(
  code: ResolvedCode,
  section: SectionName,
  id: string,
  rule: { title: Words; reference?: unknown },
): RuleRow {
  const path = `${section}.${id}`
  const pack = code.packs.find((one) => one.id === code.owners[path])
  return {
    path,
    id,
    title: rule.title,
    references: referencesOf(rule.reference as Reference | Reference[] | undefined),
    owner: pack ? { packId: pack.id, title: pack.title, layer: pack.layer } : null,
    rule,
    changes: Object.keys(code.changes)
      .filter((changed) => changed === path || changed.startsWith(`${path}.`))
      .map((changed) => {
        const explained = explain(code, changed)
        return { path: changed, inner: changed.slice(path.length + 1), layers: explained.ok ? explained.layers : [] }
      }),
  }
}

const noCode = (on: string): Refusal =>
  refuse({
    ruleId: 'codes.none',
    reason: {
      zh: `本院在${on}没有适用的诉讼规程。请先分配规程，或换一个日期。`,
      en: `The court has no code of procedure on ${on}. Assign its codes first, or choose another day.`,
    },
    facts: { on },
  })

const noSuchRule = (rule: string, fix: string): Refusal =>
  refuse({
    kind: 'not-found',
    ruleId: 'codes.no-such-rule',
    reason: {
      zh: `没有“${rule}”这条规则。${fix}`,
      en: `There is no rule “${rule}”. ${fix}`,
    },
    facts: { rule },
  })
