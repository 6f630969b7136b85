import type { Prisma } from '@court/db/generated/client'
import type { Tx } from '@court/db/database'
import { canonicalHash } from '@court/procedure/code/canonical-hash'
import { findingText, type Finding } from '@court/procedure/code/finding'
import type { Pack } from '@court/procedure/code/pack'
import { parsePacks } from '@court/procedure/code/parse-pack'
import { authoriseNational } from '../admin/reach.ts'
import { auditNation } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, conflict, refuse, type Result } from '../refusal.ts'

/** Path → text, as the packs stand in a folder of codes. */
export type CodeFiles = ReadonlyMap<string, string>

export type PublishedPack = { packId: string; version: string; hash: string; isNew: boolean }

/**
 * Publishes packs as rows that nobody can change. The hash is over the files, so the same pack published twice is one row; another text
 * under a version that is published already is refused: what courts decided under must stay readable as it was.
 */
export async function publishPacks(ctx: UseCaseContext, files: CodeFiles): Promise<Result<PublishedPack[]>> {
  const admin = authoriseNational(ctx)
  if (!admin.ok) return admin
  const { packs, findings } = parsePacks(files)
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return doesNotLoad(errors)
  return ctx.db.withNation(admin.actor, async (tx) => {
    const published: PublishedPack[] = []
    for (const pack of packs) {
      const one = await publishOne(tx, ctx, pack)
      if (one === 'another-text') return versionIsTaken(pack)
      published.push(one)
      if (!one.isNew) continue
      await auditNation(tx, ctx, {
        action: 'code-pack-published',
        subject: { kind: 'code-pack', id: pack.header.id },
        data: { version: pack.header.version, hash: one.hash },
      })
    }
    return accepted(published)
  })
}

async function publishOne(tx: Tx, ctx: UseCaseContext, pack: Pack): Promise<PublishedPack | 'another-text'> {
  const { id: packId, version, layer, title, from, to, extends: parents } = pack.header
  const hash = canonicalHash(pack.files)
  const known = await tx.codePack.findUnique({
    where: { packId_version: { packId, version } },
    select: { hash: true },
  })
  if (known && known.hash !== hash) return 'another-text'
  if (known) return { packId, version, hash, isNew: false }
  await tx.codePack.create({
    data: {
      hash,
      packId,
      version,
      layer,
      parentPackId: parents.at(-1) ?? null,
      title,
      files: pack.files satisfies Prisma.InputJsonObject,
      validFrom: from,
      validTo: to ?? null,
      publishedById: ctx.actor.kind === 'staff' ? ctx.actor.staffId : null,
      publishedAt: ctx.now(),
    },
  })
  return { packId, version, hash, isNew: true }
}

const doesNotLoad = (errors: readonly Finding[]) =>
  refuse({
    ruleId: 'code.does-not-load',
    reason: {
      zh: `规程包有${errors.length}处错误，没有发布。请按提示修改后再发布。`,
      en: `The packs have ${errors.length} errors and were not published. Mend them and publish again.`,
    },
    facts: { findings: errors.map(findingText) },
  })

const versionIsTaken = ({ header: { id, version } }: Pack) =>
  conflict({
    ruleId: 'code.version-taken',
    reason: {
      zh: `${id} 的 ${version} 版已经发布，内容不同。已发布的版本不能改动，请换一个版本号。`,
      en: `Version ${version} of ${id} is published with another text. A published version never changes: give this one another number.`,
    },
    facts: { packId: id, version },
  })
