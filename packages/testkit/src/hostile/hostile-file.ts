import type { FileRuleId } from '@court/adapters/files/refusals'

/**
 * A file that somebody who means harm would hand in, under the name they would give it. Either it is refused by a rule, or it is taken and is
 * harmless then: of what it was sent with, nothing in `gone` is left in what is stored.
 */
export type HostileFile = {
  name: string
  fileName: string
  body(): Promise<Uint8Array> | Uint8Array
} & ({ refusedBy: FileRuleId } | { refusedBy: null; gone: readonly string[] })

type Body = Uint8Array | string | Promise<Uint8Array>

export const refused = (name: string, fileName: string, refusedBy: FileRuleId, body: () => Body): HostileFile => ({
  name,
  fileName,
  refusedBy,
  body: () => bytesOf(body()),
})

export const harmless = (name: string, fileName: string, gone: readonly string[], body: () => Body): HostileFile => ({
  name,
  fileName,
  refusedBy: null,
  gone,
  body: () => bytesOf(body()),
})

const bytesOf = (body: Body): Uint8Array | Promise<Uint8Array> => (typeof body === 'string' ? Buffer.from(body) : body)
