import type { Tx } from '@court/db/database'
import type {
  AgentKind,
  AgentValue,
  FormInput,
  IdKind,
  PartyValue,
  SpecialPower,
} from '@court/procedure/code/form-values'
import type { Form } from '@court/procedure/code/schema/forms'
import { checkInput } from '@court/procedure/docket/check-input'
import type { JsonObject } from '@court/procedure/docket/entry'
import type { UseCaseContext } from '../context.ts'
import { filingAction } from '../filing/open-draft.ts'
import { checkAgent, checkParty, partySeals } from '../filing/party-identity.ts'
import { identityTextOf } from '../identity/identity-kinds.ts'
import { accepted, notFound, type Result, type Words } from '../refusal.ts'
import type { CasePlace } from './case-inputs.ts'
import { courtIdFor, openCase, type CasePeople, type OpenCase } from './open-case.ts'
import { openPartyField } from './party-secrets.ts'

export type FiledProblem = { field: string; title: Words; about: string | null; problem: Words }

/**
 * The rules that the filer's page asked, asked again of what stands in the case today: of parties, claims, cause and ground of
 * jurisdiction. What is found stands by field; a filing that was in order finds nothing, unless the rules or the data changed since.
 */
export async function checkFiled(
  ctx: UseCaseContext,
  { courtSlug, caseId }: CasePlace,
): Promise<Result<FiledProblem[]>> {
  if (ctx.actor.kind !== 'staff') return notFound()
  const courtId = await courtIdFor(ctx, courtSlug)
  if (!courtId) return notFound()
  return ctx.db.withCourt({ courtId, actor: ctx.actor }, async (tx) => {
    const opened = await openCase(tx, ctx, { courtId, caseId })
    if (!opened.ok) return opened
    return accepted(await problemsOf(tx, ctx, opened.value))
  })
}

async function problemsOf(tx: Tx, ctx: UseCaseContext, open: OpenCase): Promise<FiledProblem[]> {
  const { code, court, people } = open
  const formId = code.actions[filingAction]?.form
  const form = formId === undefined ? undefined : code.forms[formId]
  if (formId === undefined || !form) return []
  const parties = people.parties.map((row) => partyOf(ctx, row, people))
  const input = await inputOf(tx, open, parties)
  const reduced = { ...code, forms: { ...code.forms, [formId]: askedAgain(form, Object.keys(input)) } }
  const byForm = checkInput(formId, input as JsonObject, { code: reduced, today: court.today })
  const byIdentity = parties.flatMap((party, index) => [
    ...at(`parties.${index}`, checkParty(party, court.today)),
    ...(party.agents ?? []).flatMap((agent, place) => at(`parties.${index}.agents.${place}`, checkAgent(agent))),
  ])
  return Object.entries({ ...Object.fromEntries(byIdentity), ...byForm }).map(([path, problem]) => {
    const [field = '', index] = path.split('.')
    return {
      field: path,
      title: form.fields[field]?.label ?? { zh: field, en: field },
      about: field === 'parties' ? (parties[Number(index)]?.name ?? null) : null,
      problem,
    }
  })
}

/** The form without what is not asked again, and without the checks that speak of it. */
function askedAgain(form: Form, asked: readonly string[]): Form {
  const fields = Object.fromEntries(Object.entries(form.fields).filter(([name]) => asked.includes(name)))
  const others = Object.keys(form.fields).filter((name) => !asked.includes(name))
  const checks = (form.checks ?? []).filter(
    ({ when }) => !others.some((name) => new RegExp(`\\binput\\.${name}\\b`).test(when)),
  )
  return { ...form, fields, checks }
}

/** The part of the form that rests in the case row by row; what rests only as a commitment is not asked again. */
async function inputOf(tx: Tx, { court, row, state }: OpenCase, parties: PartyValue[]): Promise<FormInput> {
  const claims = await tx.claim.findMany({
    where: { courtId: court.courtId, caseId: row.id },
    orderBy: { position: 'asc' },
  })
  const { jurisdiction } = state.facts
  return {
    parties,
    ...(row.causeCode === null ? {} : { cause: row.causeCode }),
    ...(typeof jurisdiction === 'string' ? { jurisdiction } : {}),
    claims: claims.map(({ id, kind, text, amountFen, data }) => ({
      ...(data as Record<string, string>),
      id,
      kind,
      text,
      ...(amountFen === null ? {} : { amountFen: Number(amountFen) }),
    })),
  }
}

function partyOf(ctx: UseCaseContext, row: CasePeople['parties'][number], people: CasePeople): PartyValue {
  const agents = people.representations.filter(({ partyId }) => partyId === row.id).map((one) => agentOf(ctx, one))
  const optional = {
    idKind: (row.idKind ?? undefined) as IdKind | undefined,
    idNumber: numberOf(row.idKind, openPartyField(ctx, 'identity-number', row.idCipher)),
    phone: openPartyField(ctx, 'phone', row.phoneCipher) ?? undefined,
    address: openPartyField(ctx, 'address', row.addressCipher) ?? undefined,
    email: openPartyField(ctx, 'email', row.emailCipher) ?? undefined,
    representativeName: row.representativeName ?? undefined,
    nationality: row.nationality ?? undefined,
  }
  return {
    id: row.id,
    role: row.side,
    kind: row.kind === 'organisation' ? 'organisation' : 'person',
    name: row.name,
    abroad: false,
    missing: row.addressCipher === null,
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as object),
    ...(agents.length > 0 ? { agents } : {}),
  }
}

const numberOf = (idKind: string | null, sealed: string | null): string | undefined =>
  sealed === null ? undefined : idKind === 'passport' ? identityTextOf(idKind, sealed).number : sealed

const agentOf = (ctx: UseCaseContext, row: CasePeople['representations'][number]): AgentValue => ({
  id: row.id,
  kind: row.kind as AgentKind,
  name: row.name,
  ...(row.firm === null ? {} : { firm: row.firm }),
  ...(row.licenceNumber === null ? {} : { licenceNumber: row.licenceNumber }),
  ...(row.phoneCipher === null ? {} : { phone: ctx.keys.open(partySeals.agentPhone, row.phoneCipher) }),
  powers: row.powers as SpecialPower[],
})

const at = (path: string, problems: Record<string, Words>): [string, Words][] =>
  Object.entries(problems).map(([field, words]) => [`${path}.${field}`, words])
