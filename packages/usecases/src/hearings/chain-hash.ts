import { createHash } from 'node:crypto'

/** Before the first piece there is nothing to chain to. */
export const emptyChain = '0'.repeat(64)

export type ChainPiece = {
  previousHash: string
  index: number
  startedAt: Date
  endedAt: Date
  sizeBytes: number
  hash: string
}

/** SHA-256 of these lines, joined by line feeds: the chain before, index, beginning and end (ISO), size, the piece's own hash. */
export const chainHashOf = ({ previousHash, index, startedAt, endedAt, sizeBytes, hash }: ChainPiece): string =>
  createHash('sha256')
    .update([previousHash, index, startedAt.toISOString(), endedAt.toISOString(), sizeBytes, hash].join('\n'))
    .digest('hex')
