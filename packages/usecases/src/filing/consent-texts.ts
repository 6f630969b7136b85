import { canonicalHash } from '@court/procedure/code/canonical-hash'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import type { ConsentText } from './draft-view.ts'

/** Each text with the hash that is recorded when somebody agrees to it: SHA-256 over the canonical JSON of text and version. */
export const consentTexts = (code: ResolvedCode): Record<string, ConsentText> =>
  Object.fromEntries(
    Object.entries(code.consents).map(([id, { title, text, version, stage }]) => [
      id,
      { title, text, version, stage, hash: canonicalHash({ text, version }) },
    ]),
  )
