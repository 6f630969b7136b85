import { createHash, randomBytes } from 'node:crypto'
import { readFile, rename, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { held, must, type Fault } from '../fault.ts'
import { startTcpProxy } from '../ground/tcp-proxy.ts'
import { uploadPieces } from '../load/upload.ts'

export const cutUpload: Fault = {
  id: 'F11',
  title: 'the line of an upload is cut at 10, 50 and 99 %',
  async run(ground, history) {
    const site = await ground.site()
    const [resident] = ground.town.residents
    const proxy = await startTcpProxy(site.port)
    const measured: Record<string, number> = {}
    for (const percent of [10, 50, 99]) {
      const body = randomBytes(3_000_000)
      const { sha256, resumed } = await uploadPieces({
        origin: `http://127.0.0.1:${proxy.port}`,
        cookie: resident?.cookie ?? '',
        body,
        name: 'evidence.pdf',
        onCreated: () => {
          proxy.cutAfter((body.length * percent) / 100)
          // The phone finds its line again.
          setTimeout(() => proxy.cutAfter(null), 250)
        },
      })
      history.operations += 1
      must(sha256 === createHash('sha256').update(body).digest('hex'), `cut at ${percent} %, the file arrived changed`)
      measured[`resumed at ${percent} %`] = resumed
    }
    await proxy.close()
    must(
      Object.values(measured).some((times) => times > 0),
      'no upload was cut',
    )
    return held(measured)
  },
}

export const lyingStorage: Fault = {
  id: 'F10',
  title: 'the store of files gives short, changed and missing ones (files on disk; there is no S3 yet)',
  async run(ground, history) {
    const { storage } = ground.town.ports
    const [court] = ground.town.courts
    if (!court) throw new Error('no court')
    const body = randomBytes(100_000)
    const sha256 = createHash('sha256').update(body).digest('hex')
    const short = await storage.put({
      courtId: court.id,
      body: body.subarray(0, 60_000),
      sizeBytesMax: 200_000,
      expected: { sha256 },
    })
    must(!short.ok && short.ruleId === 'storage.hash-differs', 'a short file was taken for the whole')
    const stored = await storage.put({ courtId: court.id, body, sizeBytesMax: 200_000, expected: { sha256 } })
    must(stored.ok, 'the whole file was refused')
    const path = join(ground.platform.filesDir, 'blobs', court.id, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
    const found: string[] = []
    const look = async () => found.push(await storage.verify({ courtId: court.id, key: sha256 }))
    await look()
    await truncate(path, 50_000)
    await look()
    await writeFile(path, Buffer.concat([(await readFile(path)).subarray(0, 49_999), randomBytes(50_001)]))
    await look()
    await rename(path, `${path}.away`)
    await look()
    // Whoever sends the same file again mends it.
    await storage.put({ courtId: court.id, body, sizeBytesMax: 200_000, expected: { sha256 } })
    await look()
    history.operations += 7
    must(found.join() === 'intact,differs,differs,absent,intact', `the store said ${found.join()}`)
    await storage.remove({ courtId: court.id, key: sha256 })
    return held({ 'wrong files accepted': 0 })
  },
}
