import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createFileStorage } from '@court/adapters/storage/file-storage'
import { courtAtWork, type As } from '@court/testkit/court-at-work'
import { createTestDatabase } from '@court/testkit/database'
import { must } from '@court/testkit/filings'
import { joinAsClient, type MediaClient } from '@court/testkit/media/client'
import { describeWithMedia, startTestMediaServer, type TestMediaServer } from '@court/testkit/media/server'
import { createTestPorts } from '@court/testkit/ports'
import { addQueues } from '@court/testkit/queue-database'
import type { PersonActor, StaffActor } from '@court/usecases/actor'
import { joinHearing } from '@court/usecases/hearings/join-hearing'
import { sendOut } from '@court/usecases/hearings/send-out'
import { setStatus } from '@court/usecases/hearings/set-status'
import { showHearing } from '@court/usecases/hearings/show-hearing'
import { verifyRecording } from '@court/usecases/hearings/verify-recording'
import { canRecord } from './can-record.ts'

const folder = await mkdtemp(join(tmpdir(), 'tongheng-hearing-'))
const database = await createTestDatabase()
const queues = await addQueues(database)
const ports = await createTestPorts()
const { whyNot } = await canRecord('ffmpeg')
const { all } = database
afterAll(() => rm(folder, { recursive: true, force: true }))

const soon = { timeout: 20_000, interval: 100 }
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64url')

/** Stands between the media server and the worker: keeps what is reported, to hand it on twice, late or in another order. */
const reports = { kept: [] as { body: string; authorization: string }[], isHeld: false, workerUrl: '' }
const relay = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk: Buffer) => (body += chunk.toString()))
  request.on('end', () => {
    const report = { body, authorization: request.headers.authorization ?? '' }
    reports.kept.push(report)
    response.end()
    if (!reports.isHeld) void post(report).catch(() => undefined)
  })
})
const post = ({ body, authorization }: { body: string; authorization: string }) =>
  fetch(reports.workerUrl, { method: 'POST', body, headers: { authorization } })

describeWithMedia('a hearing on the real media server, with a real worker', hearings, whyNot)

function hearings() {
  let server: TestMediaServer
  let worker: { kill(): Promise<void>; log(): string }
  let scene: Awaited<ReturnType<typeof arrange>>
  const clients: MediaClient[] = []
  const workers = new Set<ReturnType<typeof spawn>>()

  beforeAll(async () => {
    await once(relay.listen(0, '127.0.0.1'), 'listening')
    const { port } = relay.address() as AddressInfo
    server = await startTestMediaServer({ webhookUrls: [`http://127.0.0.1:${port}/`] })
    scene = await arrange()
    worker = await startWorker({ FFMPEG: join(folder, 'no-such-program') })
  })
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.leave()
  })
  afterAll(async () => {
    for (const one of workers) one.kill('SIGKILL')
    relay.closeAllConnections()
    await new Promise((resolve) => relay.close(resolve))
  })

  async function startWorker(more: Record<string, string> = {}) {
    const port = await freePort()
    const child = spawn(process.execPath, [fileURLToPath(new URL('../main.ts', import.meta.url))], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'test',
        WORKER_PORT: String(port),
        DATABASE_URL_WORKER: queues.url,
        DATABASE_URL_ADMIN: database.urlAs('app_admin'),
        FILES_DIR: folder,
        SESSION_SECRET_ADMIN: key(1),
        FIELD_ENCRYPTION_KEY: key(7),
        BLIND_INDEX_KEY: key(2),
        ONE_TIME_CODE_KEY: key(3),
        SMTP_URL: 'smtp://127.0.0.1:9',
        MAIL_FROM: 'court@court.example',
        SMS_GATEWAY_URL: 'http://127.0.0.1:9/sms',
        SMS_GATEWAY_SECRET: 'the secret of the gateway',
        LIVEKIT_URL: server.url,
        LIVEKIT_API_KEY: server.key,
        LIVEKIT_API_SECRET: server.secret,
        RECORDING_SLICE_SECONDS: '1',
        ...more,
      },
    })
    workers.add(child)
    let log = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()))
    const ended = once(child, 'exit')
    const isAtWork = () => {
      if (child.exitCode !== null) throw new Error(`it ended: ${log}`)
      expect(log).toContain('the worker is at work')
    }
    await vi.waitFor(isAtWork, { timeout: 25_000, interval: 50 })
    reports.workerUrl = `http://127.0.0.1:${port}/reports/media`
    return {
      log: () => log,
      async kill() {
        child.kill('SIGKILL')
        await ended
        workers.delete(child)
      },
    }
  }

  /** A case that is on, its judge, clerk and two parties, and a session whose door is open: everybody is admitted. */
  async function arrange() {
    const files = createFileStorage({ directory: join(folder, 'blobs') })
    const work = await courtAtWork(database, { ...ports, storage: files }, { media: server.media })
    const [judge, clerk] = [await work.staff(['judge'], '周法官'), await work.staff(['court-clerk'], '吴书记')]
    const filingJudge = await work.staff(['filing-judge'], '李立案')
    const plaintiff = await work.person()
    const filed = await work.file(plaintiff)
    must(await work.accept(filingJudge, filed))
    const { courtId, codeHash } = await all.case.update({
      where: { courtId_id: { courtId: work.court.id, id: filed.caseId } },
      data: { judgeId: judge.actor.staffId, clerkId: clerk.actor.staffId },
    })
    const parties = await all.party.findMany({ where: { courtId, caseId: filed.caseId } })
    const now = work.clock.now()
    const common = { courtId, caseId: filed.caseId }
    const hearing = await all.hearing.create({
      data: {
        ...{
          ...common,
          kind: 'inquiry',
          status: 'open',
          day: '2026-03-02',
          time: '09:00',
          startsAt: now,
          openedAt: new Date(),
        },
        ...{
          minutes: 60,
          codeHash,
          isOnlinePossible: true,
          doorMinutes: 30,
          scheduledById: clerk.actor.staffId,
          updatedAt: now,
        },
      },
    })
    const seat = { ...common, hearingId: hearing.id, mode: 'online', maySpeak: true, admittedAt: now }
    const ready = { consent: 'given', devicesTestedAt: now, dutiesConfirmedAt: now }
    const partyOf = (side: string) => parties.find((one) => one.side === side)?.id ?? null
    const rows = [
      { ...seat, position: 0, role: 'judge', side: 'court', name: '周法官', staffId: judge.actor.staffId },
      { ...seat, position: 1, role: 'court-clerk', side: 'court', name: '吴书记', staffId: clerk.actor.staffId },
      {
        ...seat,
        ...ready,
        position: 2,
        role: 'plaintiff',
        side: 'plaintiff',
        name: '原告',
        partyId: partyOf('plaintiff'),
      },
    ]
    const seats = []
    for (const data of rows) seats.push(await all.hearingSeat.create({ data }))
    await all.hearingNotes.create({ data: { ...common, hearingId: hearing.id, hash: '0'.repeat(64), updatedAt: now } })
    const place = { ...filed, hearingId: hearing.id }
    return { ...work, ...{ judge, clerk, plaintiff, place, courtId, seats }, room: `${courtId}.${hearing.id}` }
  }

  const keyTo = async (who: As<PersonActor> | As<StaffActor>) => must(await joinHearing(who, scene.place))
  const enterWith = async ({ address, token }: { address: string; token: string }) => {
    const client = await joinAsClient({ url: address, token })
    clients.push(client)
    return client
  }
  const seatOf = (role: string) => scene.seats.find((seat) => seat.role === role)?.id ?? ''
  const attendanceOf = (role: string) =>
    all.hearingAttendance.findMany({ where: { seatId: seatOf(role) }, orderBy: { joinedAt: 'asc' } })
  const slices = () => all.hearingSlice.findMany({ orderBy: { index: 'asc' } })
  const gaps = () => all.hearingGap.findMany({ orderBy: { fromAt: 'asc' } })
  const check = async () => must(await verifyRecording(scene.clerk, scene.place))
  const nothingOwed = () =>
    expect
      .poll(
        () => all.outbox.count({ where: { doneAt: null, kind: { in: ['handle-media-event', 'apply-hearing'] } } }),
        soon,
      )
      .toBe(0)

  test('a worker without ffmpeg records nothing, and the hearing says so', async () => {
    await expect.poll(async () => (await all.hearingRecorder.findFirst())?.isPossible, soon).toBe(false)
    const { recording } = must(await showHearing(scene.clerk, scene.place))
    expect(recording).toEqual({ state: 'not-possible', slices: [], gaps: [] })
    expect(worker.log()).toContain('there is no ffmpeg')
    await worker.kill()
    await all.hearingRecorder.deleteMany()
    worker = await startWorker()
  })

  test('who comes and goes stands in the attendance, with times', async () => {
    const from = Date.now()
    const party = await enterWith(await keyTo(scene.plaintiff))
    await expect.poll(() => attendanceOf('plaintiff'), soon).toMatchObject([{ leftAt: null }])
    await party.leave()
    await expect.poll(async () => (await attendanceOf('plaintiff'))[0]?.leftAt?.getTime() ?? 0, soon).toBeGreaterThan(0)
    const [visit] = await attendanceOf('plaintiff')
    expect(visit?.joinedAt.getTime()).toBeGreaterThanOrEqual(from)
    expect(Number(visit?.leftAt) - Number(visit?.joinedAt)).toBeLessThan(20_000)
  })

  test('a key used twice lets nobody stay, and a new key lets the person back into the same place', async () => {
    const before = (await attendanceOf('plaintiff')).length
    const once_ = await keyTo(scene.plaintiff)
    const first = await enterWith(once_)
    await expect.poll(async () => (await attendanceOf('plaintiff')).length, soon).toBe(before + 1)
    const thief = await enterWith(once_)
    await expect.poll(() => first.room.isConnected, soon).toBe(false)
    await expect.poll(() => thief.room.isConnected, soon).toBe(false)
    const refused = await all.audit.findMany({ where: { action: 'hearing-entry-refused' } })
    expect(refused).toMatchObject([{ subjectId: seatOf('plaintiff') }])
    const again = await enterWith(await keyTo(scene.plaintiff))
    await nothingOwed()
    expect(again.room.isConnected).toBe(true)
    expect(again.room.localParticipant?.identity).toBe(seatOf('plaintiff'))
  })

  test('who was sent out is out, and the key that is still in hand opens nothing', async () => {
    const inHand = await keyTo(scene.plaintiff)
    const party = await enterWith(inHand)
    const later = await keyTo(scene.plaintiff)
    must(await sendOut(scene.clerk, { ...scene.place, seatId: seatOf('plaintiff'), why: '扰乱法庭秩序' }))
    await expect.poll(() => party.room.isConnected, soon).toBe(false)
    const back = await enterWith(later)
    const isPresent = async () =>
      (await server.media.listPresent(scene.room)).some(({ identity }) => identity === seatOf('plaintiff'))
    await expect.poll(isPresent, soon).toBe(false)
    await expect.poll(() => back.room.isConnected, soon).toBe(false)
    expect(await joinHearing(scene.plaintiff, scene.place)).toMatchObject({ ok: false, ruleId: 'hearing.join.wait' })
    await all.hearingSeat.updateMany({
      where: { id: seatOf('plaintiff') },
      data: { admittedAt: new Date(), sentOutAt: null, maySpeak: true },
    })
  })

  test('reports that come twice, late and in another order change nothing', async () => {
    // Whoever was in before has left, and that is known.
    await expect.poll(async () => (await attendanceOf('plaintiff')).filter(({ leftAt }) => !leftAt), soon).toEqual([])
    await nothingOwed()
    reports.isHeld = true
    reports.kept.length = 0
    const before = await attendanceOf('plaintiff')
    const party = await enterWith(await keyTo(scene.plaintiff))
    await (await party.speak()).stop()
    await party.leave()
    const kinds = () => reports.kept.map(({ body }) => (JSON.parse(body) as { event: string }).event)
    await expect
      .poll(kinds, soon)
      .toEqual(expect.arrayContaining(['participant_joined', 'track_published', 'participant_left']))
    reports.isHeld = false
    for (const report of [...reports.kept].reverse()) expect((await post(report)).status).toBe(200)
    for (const report of reports.kept) expect((await post(report)).status).toBe(200)
    await nothingOwed()
    const visits = (await attendanceOf('plaintiff')).slice(before.length)
    expect(visits).toHaveLength(1)
    expect(Number(visits[0]?.leftAt)).toBeGreaterThanOrEqual(Number(visits[0]?.joinedAt))
    const { authorization, body } = reports.kept[0] ?? { authorization: '', body: '' }
    expect((await post({ authorization, body: body.replace('court', 'other') + ' ' })).status).toBe(401)
    expect((await post({ authorization: '', body })).status).toBe(401)
    expect((await post({ authorization, body: 'x'.repeat(300_000) })).status).toBe(413)
  })

  test('a killed recorder leaves a gap and whole slices; the next goes on with the chain', async () => {
    const judge = await enterWith(await keyTo(scene.judge))
    await judge.speak()
    await judge.show()
    await expect.poll(async () => (await slices()).length, soon).toBeGreaterThanOrEqual(3)
    const pid = Number([...worker.log().matchAll(/"pid":(\d+)[^\n]*a hearing is recorded/g)].at(-1)?.[1])
    const gapsBefore = (await gaps()).length
    process.kill(pid, 'SIGKILL')
    await expect.poll(async () => (await gaps()).length, soon).toBe(gapsBefore + 1)
    const countBefore = (await slices()).length
    await expect.poll(async () => (await slices()).length, soon).toBeGreaterThan(countBefore + 1)
    const gap = (await gaps()).at(-1)
    expect(gap?.why).toBe('recorder-ended')
    expect(gap?.toAt).not.toBeNull()
    expect(await check()).toMatchObject({ isWhole: true, faults: [] })
  })

  test('a worker killed with its recorder: the next one notes the gap and goes on with the chain', async () => {
    const judge = await enterWith(await keyTo(scene.judge))
    await judge.speak()
    const last = (await slices()).at(-1)
    await expect.poll(async () => (await slices()).length, soon).toBeGreaterThan((last?.index ?? 0) + 2)
    const pid = Number([...worker.log().matchAll(/"pid":(\d+)[^\n]*a hearing is recorded/g)].at(-1)?.[1])
    await worker.kill()
    await expect.poll(() => isAlive(pid), soon).toBe(false)
    const before = await slices()
    worker = await startWorker()
    // The lease of the dead one has to run out.
    await expect
      .poll(async () => (await slices()).length, { timeout: 40_000, interval: 200 })
      .toBeGreaterThan(before.length)
    const gap = (await gaps()).at(-1)
    expect(gap).toMatchObject({ fromAt: before.at(-1)?.endedAt, why: 'recorder-ended' })
    expect(gap?.toAt).toEqual((await slices())[before.length]?.startedAt)
    expect(await check()).toMatchObject({ isWhole: true, faults: [] })
  }, 90_000)

  test('a media server that stops in the middle: within ten seconds of its return all are back, and the record keeps the gap', async () => {
    const judge = await enterWith(await keyTo(scene.judge))
    await judge.speak()
    const known = (await slices()).length
    await expect.poll(async () => (await slices()).length, soon).toBeGreaterThan(known)
    const gapsBefore = (await gaps()).length
    await server.down()
    // As the page does: a client that would come back by itself has an old key, and would be thrown out with whoever has the new one.
    await judge.leave()
    await expect.poll(async () => (await gaps()).length, soon).toBe(gapsBefore + 1)
    // What a page is told meanwhile: its place is kept, come back soon.
    await expect
      .poll(async () => await joinHearing(scene.judge, scene.place), soon)
      .toMatchObject({ ok: false, ruleId: 'hearing.media-unreachable' })
    const before = (await slices()).length
    await server.up()
    const back = Date.now()
    await expect.poll(() => joinHearing(scene.judge, scene.place).then(({ ok }) => ok), soon).toBe(true)
    const again = await enterWith(await keyTo(scene.judge))
    expect(Date.now() - back).toBeLessThan(10_000)
    await again.speak()
    await expect.poll(async () => (await slices()).length, soon).toBeGreaterThan(before)
    const gap = (await gaps()).at(-1)
    expect(gap?.why).toBe('media-server-away')
    expect(Number(gap?.toAt) - back).toBeLessThan(10_000)
    expect(await check()).toMatchObject({ isWhole: true, faults: [] })
    // Nobody was in the room while it was away: the visit before is over, though nobody reported its end.
    const stillIn = async () => (await attendanceOf('judge')).filter(({ leftAt }) => leftAt === null)
    await expect
      .poll(async () => (await stillIn()).map(({ joinedAt }) => Number(joinedAt) > back), soon)
      .toEqual([true])
  }, 90_000)

  test('a break is no gap: the recorder puts down the last slice, and another begins when it goes on', async () => {
    const judge = await enterWith(await keyTo(scene.judge))
    await judge.speak()
    const known = (await slices()).length
    await expect.poll(async () => (await slices()).length, soon).toBeGreaterThan(known)
    const gapsBefore = (await gaps()).length
    must(await setStatus(scene.judge, { ...scene.place, status: 'paused' }))
    await expect
      .poll(async () => (await all.hearingRecorder.findFirstOrThrow()).leaseUntil <= new Date(), soon)
      .toBe(true)
    const before = (await slices()).length
    must(await setStatus(scene.judge, { ...scene.place, status: 'open' }))
    await expect.poll(async () => (await slices()).length, soon).toBeGreaterThan(before)
    expect(await gaps()).toHaveLength(gapsBefore)
    expect(await check()).toMatchObject({ isWhole: true, faults: [] })
  })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
