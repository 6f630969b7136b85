import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

type Manifest = { Files: { Path?: string; 'Encoded-Path'?: string; Size: number; Checksum?: string }[] }

/** What pg_verifybackup does: every file that the server names is there, with its size and hash. Throws with the first that is not. */
export async function verifyBase(data: string, manifestFile: string): Promise<number> {
  const { Files: files } = JSON.parse(await readFile(manifestFile, 'utf8')) as Manifest
  for (const file of files) {
    const path = file.Path ?? Buffer.from(file['Encoded-Path'] ?? '', 'hex').toString()
    const found = await stat(join(data, path)).catch(() => null)
    if (found?.size !== file.Size) throw new Error(`${path} has ${found?.size ?? 'no'} bytes instead of ${file.Size}`)
    if (file.Checksum && (await hashOf(join(data, path))) !== file.Checksum) throw new Error(`${path} is damaged`)
  }
  return files.length
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
