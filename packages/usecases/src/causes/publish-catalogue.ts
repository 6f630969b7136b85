import { authoriseNational } from '../admin/reach.ts'
import { auditNation } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, type Result } from '../refusal.ts'
import { publishCauses, type NewCause } from './publish-causes.ts'

/** The supreme court publishes an edition of the catalogue of causes (案由规定). Published twice it is there once. */
export async function publishCatalogue(
  ctx: UseCaseContext,
  { edition, causes }: { edition: string; causes: readonly NewCause[] },
): Promise<Result<{ added: number }>> {
  const admin = authoriseNational(ctx)
  if (!admin.ok) return admin
  return ctx.db.withNation(admin.actor, async (tx) => {
    const added = await publishCauses(tx, edition, causes)
    if (added > 0)
      await auditNation(tx, ctx, {
        action: 'causes-published',
        subject: { kind: 'cause-edition', id: edition },
        data: { added },
      })
    return accepted({ added })
  })
}
