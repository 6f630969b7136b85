import type { StaffActor } from '@court/usecases/actor'
import { openCourt } from '@court/usecases/admin/open-court'
import { publishCatalogue } from '@court/usecases/causes/publish-catalogue'
import { assignCodes } from '@court/usecases/codes/assign-codes'
import { publishPacks } from '@court/usecases/codes/publish-packs'
import { builtInCodes } from '@court/procedure/code/built-in-codes.node'
import { packsFor } from '@court/procedure/code/packs-for'
import { parsePacks } from '@court/procedure/code/parse-pack'
import { codesFrom, type FoundedCourt } from './courts.ts'
import { causeEdition, seedCauses } from './data/causes.ts'
import { must, type World } from './world.ts'

type Giving = { national: StaffActor; courts: readonly FoundedCourt[]; at: Date }

/** Publishes the codes that ship with the product and the catalogue of causes, gives each court its codes, and opens those that try cases. */
export async function giveCodes(world: World, { national, courts, at }: Giving): Promise<void> {
  const ctx = world.asAdmin(national, at)
  const causes = seedCauses.map(({ id, level, parent, zh, en }) => ({
    code: id,
    level,
    parentCode: parent,
    title: { zh, en },
  }))
  must(await publishCatalogue(ctx, { edition: causeEdition.id, causes }), 'the catalogue of causes')
  const files = builtInCodes()
  must(await publishPacks(ctx, files), 'the publishing of the codes')
  const { packs } = parsePacks(files)
  for (const { court, courtId } of courts) {
    if (court.level === 'supreme' || court.level === 'high') continue
    const packIds = packsFor({ packs, court: court.code }).map(({ header }) => header.id)
    must(await assignCodes(ctx, { courtId, packIds, from: codesFrom }), `the codes of ${court.code}`)
    must(await openCourt(ctx, { courtId }), `the opening of ${court.code}`)
  }
}
