import { parsePacks } from '../code/parse-pack.ts'
import { builtInCodes } from '../code/built-in-codes.node.ts'
import { findingText } from '../code/finding.ts'
import type { Pack } from '../code/pack.ts'
import { UsageError } from './usage.ts'

/** The packs that ship with the product, or those of another folder; a fault in one of them is told at once. */
export function readPacks(folder?: string): Pack[] {
  const { packs, findings } = parsePacks(readFolder(folder))
  const [first] = findings
  if (first !== undefined) throw new UsageError(`the codes cannot be read: ${findingText(first)}`)
  return packs
}

function readFolder(folder: string | undefined): Map<string, string> {
  try {
    return builtInCodes(folder)
  } catch (error) {
    throw new UsageError(
      `${folder ?? 'the codes'} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
