import { canonicalHash } from '@court/procedure/code/canonical-hash'
import type { JsonValue } from '@court/procedure/docket/entry'
import type { UseCaseContext } from '../context.ts'

/** Kept with the personal data it salts, and disposed of with them: then nobody can try out what was committed to. */
export const newSalt = (ctx: UseCaseContext): string => Buffer.from(ctx.randomBytes(16)).toString('base64url')

/**
 * What stands in the docket in place of personal data. Whoever holds the datum and its salt can check it: SHA-256 over the
 * canonical JSON of key, salt and value.
 */
export const commitmentOf = (committed: { key: string; salt: string; value: JsonValue }): string =>
  canonicalHash(committed)
