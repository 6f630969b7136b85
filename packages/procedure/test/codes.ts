import { builtInCodes } from '../src/code/built-in-codes.node.ts'
import type { Pack } from '../src/code/pack.ts'
import { packsFor } from '../src/code/packs-for.ts'
import { parsePacks } from '../src/code/parse-pack.ts'
import { resolveCode } from '../src/code/resolve-code.ts'
import type { ResolvedCode } from '../src/code/resolved-code.ts'

/** The packs that ship with the product. */
export const packs: Pack[] = parsePacks(builtInCodes()).packs

const codes = new Map<string, ResolvedCode>()

/** The code of a court on a day, as the platform resolves it. */
export function codeOf(court = '浙0212', on = '2025-03-03'): ResolvedCode {
  const key = `${court} ${on}`
  let code = codes.get(key)
  if (code === undefined) {
    const resolved = resolveCode({ packs: packsFor({ packs, court }), court, on })
    if (!resolved.ok) throw new Error(resolved.findings.map((finding) => finding.message).join('\n'))
    codes.set(key, (code = resolved.code))
  }
  return code
}
