import type { Tx } from '@court/db/database'
import type { JsonValue } from '@court/procedure/docket/entry'
import { commitmentOf, newSalt } from '../case/commitment.ts'
import type { UseCaseContext } from '../context.ts'

export type Committed = { key: string; salt: string; value: JsonValue }

/** A salt for each value the engine's `commitmentsOwed` names; `commitments` is what `decide` wants. */
export function commitTo(
  ctx: UseCaseContext,
  owed: Record<string, JsonValue>,
): { values: Committed[]; commitments: Record<string, string> } {
  const values = Object.entries(owed).map(([key, value]) => ({ key, salt: newSalt(ctx), value }))
  return { values, commitments: Object.fromEntries(values.map((one) => [one.key, commitmentOf(one)])) }
}

type Place = { courtId: string; caseId: string }

/** Keeps what was committed to, sealed, beside the docket. `entrySeq` is the first entry of the decision. */
export async function keepCommitted(
  tx: Tx,
  ctx: UseCaseContext,
  { courtId, caseId, entrySeq, values }: Place & { entrySeq: number; values: readonly Committed[] },
): Promise<void> {
  await tx.committedValue.createMany({
    data: values.map(({ key, salt, value }) => ({
      courtId,
      caseId,
      entrySeq,
      key,
      salt,
      valueCipher: ctx.keys.seal(purpose, JSON.stringify(value)),
    })),
  })
}

/** The latest value of each key that was committed to in the case, such as `grounds`; with salts, so that anyone entitled can check it. */
export async function readCommitted(
  tx: Tx,
  ctx: UseCaseContext,
  { courtId, caseId, keys }: Place & { keys: readonly string[] },
): Promise<Map<string, Committed & { entrySeq: number }>> {
  const rows = await tx.committedValue.findMany({
    where: { courtId, caseId, key: { in: [...keys] } },
    orderBy: { entrySeq: 'asc' },
  })
  return new Map(
    rows.map(({ key, salt, entrySeq, valueCipher }) => [
      key,
      { key, salt, entrySeq, value: openCommitted(ctx, valueCipher) },
    ]),
  )
}

export const openCommitted = (ctx: UseCaseContext, valueCipher: string): JsonValue =>
  JSON.parse(ctx.keys.open(purpose, valueCipher)) as JsonValue

const purpose = 'committed-value'
