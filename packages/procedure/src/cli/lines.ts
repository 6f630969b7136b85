import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable, Writable } from 'node:stream'
import { UsageError } from './usage.ts'

/** The stream of a file argument; `-` or none is standard input. */
export async function openInput(file: string | undefined): Promise<Readable> {
  if (file === undefined || file === '-') return process.stdin
  try {
    const handle = await open(file)
    const isFolder = (await handle.stat()).isDirectory()
    await handle.close()
    if (isFolder) throw new Error('it is a folder')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  return createReadStream(file)
}

/** The lines of a stream, in the pieces in which they arrive, so that a partner on a pipe is answered at once. */
export async function* readLines(input: Readable): AsyncGenerator<string[]> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const piece of input as AsyncIterable<Buffer>) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    if (lines.length > 0) yield lines
  }
  rest += decoder.decode()
  if (rest !== '') yield [rest]
}

const PIECE_LENGTH = 1 << 16

/** Collects lines into large writes and waits while the reader is slow. `isClosed` once nobody reads any more. */
export class LineWriter {
  #output: Writable
  #pending = ''
  isClosed = false

  constructor(output: Writable) {
    this.#output = output
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      this.isClosed = true
    })
  }

  async write(line: string): Promise<void> {
    this.#pending += `${line}\n`
    if (this.#pending.length >= PIECE_LENGTH) await this.flush()
  }

  async flush(): Promise<void> {
    const text = this.#pending
    this.#pending = ''
    if (this.isClosed || text === '') return
    await new Promise<void>((resolve) => this.#output.write(text, () => resolve()))
  }
}
