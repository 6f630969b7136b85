import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { joinAsClient, type MediaClient } from '@court/testkit/media/client'
import { describeWithMedia, startTestMediaServer, type TestMediaServer } from '@court/testkit/media/server'
import { canRecord } from './can-record.ts'
import { runRecorder, type GapWhy, type Recorded, type Recorder } from './run-recorder.ts'

const folder = await mkdtemp(join(tmpdir(), 'tongheng-recorder-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
const { ffmpeg, whyNot } = await canRecord('ffmpeg')

test('without ffmpeg the worker says why it does not record', async () => {
  expect((await canRecord(join(folder, 'no-such-program'))).whyNot).toContain('ffmpeg')
})

const recorders = () => {
  let server: TestMediaServer
  beforeAll(async () => void (server = await startTestMediaServer()))
  const clients: MediaClient[] = []
  const running: Recorder[] = []
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.leave()
    for (const recorder of running.splice(0)) recorder.kill()
  })

  let count = 0
  async function scene({ sliceSeconds = 1 } = {}) {
    const room = `court.hearing-${(count += 1)}`
    await server.media.openRoom({ room, emptySeconds: 60, participantsMax: 10 })
    const keyOf = async (identity: string, isRecorder = false) => ({
      url: server.url,
      token: await server.media.issueToken({
        ...{ room, identity, ticket: identity, seconds: 60, maySpeak: !isRecorder, isRecorder },
      }),
    })
    const join_ = async (identity: string) => {
      const client = await joinAsClient(await keyOf(identity))
      clients.push(client)
      return client
    }
    const slices: Recorded[] = []
    const gaps: { fromAt: Date; toAt: Date | null; why: GapWhy }[] = []
    const record = async () => {
      const { url, token } = await keyOf(`recorder.${slices.length}`, true)
      const recorder = await runRecorder({
        ...{
          address: url,
          token,
          folder: join(folder, `${room}-${slices.length}`),
          ffmpeg: ffmpeg ?? '',
          sliceSeconds,
        },
        onSlice: (slice) => Promise.resolve(void slices.push(slice)),
        onGap: (gap) => Promise.resolve(void gaps.push(gap)),
      })
      running.push(recorder)
      return recorder
    }
    return { room, join: join_, slices, gaps, record }
  }
  const soon = { timeout: 20_000, interval: 100 }

  /** What a player would find in one slice. */
  async function probe({ body }: Recorded) {
    const file = join(folder, 'probe.mp4')
    await writeFile(file, body)
    const show = [
      '-v',
      'error',
      '-show_entries',
      'stream=codec_name,width,height,nb_frames:format=duration',
      '-of',
      'json',
    ]
    const { streams, format } = JSON.parse(execFileSync('ffprobe', [...show, file], { encoding: 'utf8' })) as {
      streams: { codec_name: string; width?: number; nb_frames: string }[]
      format: { duration: string }
    }
    const said = execFileSync(
      'ffmpeg',
      [
        '-hide_banner',
        '-i',
        file,
        '-af',
        'volumedetect',
        '-vf',
        'signalstats,metadata=print:file=-',
        '-f',
        'null',
        '-',
      ],
      {
        ...{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
      },
    )
    const brightness = [...said.matchAll(/YAVG=([\d.]+)/g)].map(([, value]) => Number(value))
    return { codecs: streams.map(({ codec_name }) => codec_name), seconds: Number(format.duration), brightness }
  }
  async function loudness({ body }: Recorded): Promise<number> {
    const file = join(folder, 'loudness.mp4')
    await writeFile(file, body)
    const pcm = execFileSync('ffmpeg', ['-v', 'error', '-i', file, '-f', 's16le', '-ac', '1', '-'], { maxBuffer: 1e8 })
    const samples = new Int16Array(pcm.buffer, pcm.byteOffset, Math.floor(pcm.byteLength / 2))
    return samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0)
  }

  test('writes slices that play by themselves, with the sound of all and the pictures of all, and is seen by nobody', async () => {
    const { join: enter, slices, gaps, record } = await scene()
    const [judge, party] = [await enter('judge'), await enter('party')]
    await judge.speak({ hertz: 440 })
    await judge.show({ luma: 220 })
    await party.show({ luma: 120 })
    const recorder = await record()
    await expect.poll(() => slices.length, soon).toBeGreaterThanOrEqual(4)
    expect([...judge.room.remoteParticipants.keys()]).toEqual(['party'])
    recorder.finish()
    expect(await recorder.ended).toBe('finished')
    expect(gaps).toEqual([])
    // One after the other, without a hole.
    for (const [index, { startedAt }] of slices.entries())
      if (index > 0) expect(startedAt).toEqual(slices[index - 1]?.endedAt)
    const third = slices[2]
    if (!third) throw new Error('no slice')
    const { codecs, seconds, brightness } = await probe(third)
    expect(codecs.sort()).toEqual(['aac', 'h264'])
    expect(seconds).toBeGreaterThan(0.9)
    expect(seconds).toBeLessThan(1.3)
    // Two tiles of 220 and 120 on dark: neither alone, nor nothing.
    expect(brightness.at(-1)).toBeGreaterThan(60)
    expect(await loudness(third)).toBeGreaterThan(5_000)
  })

  test('killed, leaves what it had told, and a gap from there until another goes on', async () => {
    const { join: enter, slices, gaps, record } = await scene()
    await (await enter('judge')).speak()
    const first = await record()
    await expect.poll(() => slices.length, soon).toBeGreaterThanOrEqual(2)
    first.kill()
    expect(await first.ended).toBe('recorder-ended')
    const before = slices.length
    expect(gaps).toEqual([{ fromAt: slices[before - 1]?.endedAt, toAt: null, why: 'recorder-ended' }])
    expect(existsSync(join(folder, 'court.hearing-2-0'))).toBe(false)
    await record()
    await expect.poll(() => slices.length, soon).toBeGreaterThan(before)
    expect(Number(slices[before]?.startedAt)).toBeGreaterThanOrEqual(Number(slices[before - 1]?.endedAt))
    for (const slice of slices.slice(0, 2)) expect((await probe(slice)).codecs).toHaveLength(2)
  })

  test('one that stood still says so: a hole, not seconds of silence', async () => {
    const { join: enter, slices, gaps, record } = await scene()
    await (await enter('judge')).speak()
    const recorder = await record()
    await expect.poll(() => slices.length, soon).toBeGreaterThanOrEqual(1)
    process.kill(recorder.pid ?? 0, 'SIGSTOP')
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    process.kill(recorder.pid ?? 0, 'SIGCONT')
    await expect.poll(() => gaps, soon).toHaveLength(1)
    const [gap] = gaps
    expect(gap?.why).toBe('recorder-failed')
    expect(Number(gap?.toAt) - Number(gap?.fromAt)).toBeGreaterThan(2_000)
    await expect.poll(() => slices.at(-1)?.startedAt.getTime() ?? 0, soon).toBeGreaterThanOrEqual(Number(gap?.toAt))
  })

  test('a media server that goes away ends it at once, with the last slice whole', async () => {
    const { join: enter, slices, gaps, record } = await scene()
    await (await enter('judge')).speak()
    const recorder = await record()
    await expect.poll(() => slices.length, soon).toBeGreaterThanOrEqual(1)
    await server.down()
    const from = Date.now()
    expect(await recorder.ended).toBe('media-server-away')
    expect(Date.now() - from).toBeLessThan(5_000)
    expect(gaps).toEqual([{ fromAt: slices.at(-1)?.endedAt, toAt: null, why: 'media-server-away' }])
    await server.up()
  })

  test('a token that the server refuses ends it', async () => {
    const { room } = await scene()
    const recorder = await runRecorder({
      ...{ address: server.url, token: 'forged', folder: join(folder, room), ffmpeg: ffmpeg ?? '', sliceSeconds: 1 },
      ...{ onSlice: () => Promise.resolve(), onGap: () => Promise.resolve() },
    })
    expect(await recorder.ended).toBe('media-server-away')
  })
}
describeWithMedia('a recorder on the real media server', recorders, whyNot)
