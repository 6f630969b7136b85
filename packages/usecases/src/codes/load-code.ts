import type { Tx } from '@court/db/database'
import type { Prisma } from '@court/db/generated/client'
import { findingText, type Finding } from '@court/procedure/code/finding'
import type { Pack } from '@court/procedure/code/pack'
import { parsePack } from '@court/procedure/code/parse-pack'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import { resolveCode } from '@court/procedure/code/resolve-code'
import type { UseCaseContext } from '../context.ts'
import { isInForce } from '../courts/court-brief.ts'

export type CodeOfCourt = {
  courtId: string
  /** The day on which something happens, in the court's zone. */
  on: string
  /** The day the case was filed; without it the case is filed on `on`. */
  filedOn?: string | null
}

/** The code of a court as it stands on a day, from the published rows; null when the court has no code or no number then. */
export async function loadCode(tx: Tx, _ctx: UseCaseContext, asked: CodeOfCourt): Promise<ResolvedCode | null> {
  const { courtId, on } = asked
  const inForce = { validFrom: { lte: on }, OR: [{ validTo: null }, { validTo: { gte: on } }] }
  const court = await tx.courtCode.findFirst({ where: { courtId, ...inForce }, select: { code: true } })
  const assigned = await tx.courtCodeAssignment.findMany({
    where: { courtId, ...inForce },
    select: { packId: true, packHash: true },
  })
  if (!court || assigned.length === 0) return null
  return codeOf(court.code, await publishedPacks(tx, assigned), asked)
}

type ByHash = { hash: string; validFrom: string; validTo: string | null }

/** The same from what was read already; undefined when this process has not parsed all of those packs yet. */
export function codeWithoutAsking(
  court: { code: string | null; packs: readonly ByHash[] },
  asked: CodeOfCourt,
): ResolvedCode | null | undefined {
  const inForce = court.packs.filter((one) => isInForce(one, asked.on))
  if (court.code === null || inForce.length === 0) return null
  const packs = inForce.flatMap(({ hash }) => {
    const pack = parsed.get(hash)
    return pack ? [{ hash, pack }] : []
  })
  return packs.length === inForce.length ? codeOf(court.code, packs, asked) : undefined
}

function codeOf(
  court: string,
  packs: readonly { hash: string; pack: Pack }[],
  { on, filedOn }: CodeOfCourt,
): ResolvedCode {
  const key = JSON.stringify([court, on, filedOn ?? null, ...packs.map(({ hash }) => hash).sort()])
  const known = resolved.get(key)
  if (known) return known
  const answer = resolveCode({ packs: packs.map(({ pack }) => pack), court, on, ...(filedOn ? { filedOn } : {}) })
  if (!answer.ok) throw new BrokenCode(court, answer.findings)
  const code = interned(answer.code)
  remember(resolved, key, code, resolvedMax)
  return code
}

/** The code that an entry was decided under, by the hash that the entry names. Throws when it was never kept. */
export async function codeByHash(tx: Tx, hash: string): Promise<ResolvedCode> {
  const known = byHash.get(hash)
  if (known) return known
  const row = await tx.resolvedCode.findUniqueOrThrow({ where: { hash }, select: { code: true } })
  // Written by `keepCode`, from a code of this very type.
  return interned(row.code as unknown as ResolvedCode)
}

/** A code that this process has met before, without asking anybody. */
export const knownCode = (hash: string): ResolvedCode | null => byHash.get(hash) ?? null

/** Keeps a code for ever under its hash: whoever writes the hash into a row calls this in the same transaction. */
export async function keepCode(tx: Tx, courtId: string, code: ResolvedCode): Promise<void> {
  const kept = await tx.resolvedCode.findUnique({ where: { hash: code.hash }, select: { hash: true } })
  if (kept) return
  const packHashes = code.packs.map(({ id, version }) => `${id}@${version}`)
  await tx.resolvedCode.createMany({
    // Plain JSON by its making; Prisma's type for JSON does not know optional fields.
    data: [{ hash: code.hash, courtId, packHashes, code: code as unknown as Prisma.InputJsonObject }],
    skipDuplicates: true,
  })
}

/** All published versions of the packs assigned, or the one that the assignment pins; parsed once per process. */
export async function publishedPacks(
  tx: Tx,
  assigned: readonly { packId: string; packHash: string | null }[],
): Promise<{ hash: string; pack: Pack }[]> {
  const pinned = new Map(assigned.map(({ packId, packHash }) => [packId, packHash]))
  const heads = await tx.codePack.findMany({
    where: { packId: { in: [...pinned.keys()] } },
    select: { hash: true, packId: true },
    orderBy: { hash: 'asc' },
  })
  const wanted = heads.filter(({ hash, packId }) => (pinned.get(packId) ?? hash) === hash)
  const missing = wanted.filter(({ hash }) => !parsed.has(hash)).map(({ hash }) => hash)
  const rows =
    missing.length > 0
      ? await tx.codePack.findMany({ where: { hash: { in: missing } }, select: { hash: true, files: true } })
      : []
  for (const { hash, files } of rows) remember(parsed, hash, packOf(files as Record<string, string>), packsMax)
  return wanted.flatMap(({ hash }) => {
    const pack = parsed.get(hash)
    return pack ? [{ hash, pack }] : []
  })
}

function packOf(files: Record<string, string>): Pack {
  const answer = parsePack(new Map(Object.entries(files)))
  if (!answer.ok) throw new BrokenCode('', answer.findings)
  return answer.pack
}

/** Published codes were checked before: one that does not load is a defect of the installation, not of a request. */
class BrokenCode extends Error {
  constructor(court: string, findings: readonly Finding[]) {
    super(`the code of ${court} does not load: ${findings.map(findingText).join('; ')}`)
  }
}

// Contents named by their hash never change, so they may be kept as long as there is room. The engine keeps what it compiles beside
// the object, hence one object per hash.
const parsed = new Map<string, Pack>()
const byHash = new Map<string, ResolvedCode>()
const resolved = new Map<string, ResolvedCode>()
const packsMax = 2_000
const codesMax = 400
const resolvedMax = 4_000

function interned(code: ResolvedCode): ResolvedCode {
  const known = byHash.get(code.hash)
  if (known) return known
  remember(byHash, code.hash, code, codesMax)
  return code
}

function remember<T>(cache: Map<string, T>, key: string, value: T, max: number): void {
  const oldest = cache.size >= max ? cache.keys().next().value : undefined
  if (oldest !== undefined) cache.delete(oldest)
  cache.set(key, value)
}
