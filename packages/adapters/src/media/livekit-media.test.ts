import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AccessToken, TokenVerifier } from 'livekit-server-sdk'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { joinAsClient, type MediaClient } from '@court/testkit/media/client'
import { describeWithMedia, startTestMediaServer, type TestMediaServer } from '@court/testkit/media/server'
import { createLiveKitMedia } from './livekit-media.ts'
import { mediaOf, publicMediaUrl } from './media-environment.ts'
import { noMedia } from './no-media.ts'

const secret = 'a secret of thirty-two characters'
const offline = createLiveKitMedia({ url: 'http://127.0.0.1:9', publicUrl: 'ws://127.0.0.1:9', key: 'court', secret })
const ticket = { room: 'c.h', identity: 'seat-1', ticket: 't-1', seconds: 600, maySpeak: true }

describe('a token', () => {
  const claims = async (change: Partial<Parameters<typeof offline.issueToken>[0]>) =>
    new TokenVerifier('court', secret).verify(await offline.issueToken({ ...ticket, ...change }))

  test('gives what a hearing needs and nothing else, for ten minutes', async () => {
    const { exp = 0, nbf = 0, ...rest } = await claims({})
    expect(exp - nbf).toBe(600)
    expect(rest).toEqual({
      iss: 'court',
      sub: 'seat-1',
      attributes: { ticket: 't-1' },
      video: {
        roomJoin: true,
        room: 'c.h',
        canPublish: true,
        canPublishSources: ['camera', 'microphone'],
        canSubscribe: true,
        canPublishData: false,
        canUpdateOwnMetadata: false,
      },
    })
    expect(await claims({ maySpeak: false })).toMatchObject({ video: { canPublish: false, canPublishSources: [] } })
  })

  test('of the recorder is hidden, and never speaks', async () => {
    expect(await claims({ isRecorder: true })).toMatchObject({
      video: { hidden: true, recorder: true, canPublish: false, canSubscribe: true },
    })
  })

  test.each([601, 0, -1, Number.NaN])('is not made for %s seconds', async (seconds) => {
    await expect(async () => offline.issueToken({ ...ticket, seconds })).rejects.toThrow('1 to 600')
  })
})

describe('without a media server', () => {
  test('a court that has none says so, and lets nobody in', async () => {
    expect(mediaOf({})).toBe(noMedia)
    expect(await noMedia.state()).toEqual({ state: 'not-configured' })
    await expect(noMedia.issueToken(ticket)).rejects.toThrow('LIVEKIT_URL')
    expect(await noMedia.readEvent({ body: '{}', authorization: 'x' })).toBeNull()
  })

  test('one that does not answer is unreachable, at once', async () => {
    const from = Date.now()
    expect(await offline.state()).toEqual({ state: 'unreachable', address: 'ws://127.0.0.1:9' })
    expect(Date.now() - from).toBeLessThan(2_500)
    await expect(offline.signal({ room: 'c.h', revision: 1 })).rejects.toThrow()
  })

  test('browsers go where LIVEKIT_PUBLIC_URL says, or to the server itself', () => {
    expect(publicMediaUrl({})).toBeNull()
    expect(publicMediaUrl({ LIVEKIT_URL: 'https://media.court.example/' })).toBe('wss://media.court.example')
    expect(publicMediaUrl({ LIVEKIT_URL: 'http://10.0.0.2:7880', LIVEKIT_PUBLIC_URL: 'wss://m.example' })).toBe(
      'wss://m.example',
    )
  })
})

describe('what the server reports', () => {
  const body = JSON.stringify({
    event: 'participant_left',
    id: 'EV_1',
    createdAt: '1795544555',
    room: { name: 'c.h', sid: 'RM_1' },
    participant: { sid: 'PA_1', identity: 'seat-1', attributes: { ticket: 't-1' }, joinedAtMs: '1795544555321' },
  })
  const signed = async ({ of = body, with: by = secret, key = 'court', ttl = '5m' } = {}) => {
    const token = new AccessToken(key, by, { ttl })
    token.sha256 = createHash('sha256').update(of).digest('base64')
    return token.toJwt()
  }
  const read = async (authorization: string | null, text = body) => offline.readEvent({ body: text, authorization })

  test('is believed when the server signed these very bytes', async () => {
    expect(await read(await signed())).toEqual({
      id: 'EV_1',
      kind: 'participant_left',
      room: 'c.h',
      at: new Date(1_795_544_555_321), // whole seconds on the wire: nobody left before joining
      identity: 'seat-1',
      ticket: 't-1',
      session: 'PA_1',
      track: null,
    })
  })

  test.each([
    ['not signed', () => null, body],
    ['signed with another secret', () => signed({ with: secret.replace('a', 'b') }), body],
    ['signed by another key', () => signed({ key: 'elsewhere' }), body],
    ['out of date', () => signed({ ttl: '-1m' }), body],
    ['changed by one character', () => signed(), body.replace('seat-1', 'seat-2')],
    ['the same but for a blank', () => signed(), `${body} `],
    ['a token of a participant', () => offline.issueToken(ticket), body],
    ['rubbish', () => 'rubbish', body],
    ['signed, and no JSON', () => signed({ of: '{' }), '{'],
    ['signed, and no event', () => signed({ of: '{}' }), '{}'],
  ])('%s is nobody’s', async (_what, authorization, text) => {
    expect(await read(await authorization(), text)).toBeNull()
  })
})

describeWithMedia('on the real media server', () => {
  let server: TestMediaServer
  const posted: { body: string; authorization: string | null }[] = []
  const listener = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      posted.push({ body, authorization: request.headers.authorization ?? null })
      response.end()
    })
  })
  const clients: MediaClient[] = []
  beforeAll(async () => {
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
    server = await startTestMediaServer({
      webhookUrls: [`http://127.0.0.1:${(listener.address() as AddressInfo).port}`],
    })
  })
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.leave()
  })
  afterAll(() => new Promise((resolve) => listener.close(resolve)))

  let rooms = 0
  const openRoom = async () => {
    const room = `court.hearing-${(rooms += 1)}`
    await server.media.openRoom({ room, emptySeconds: 60, participantsMax: 10 })
    return room
  }
  type Change = Partial<Parameters<TestMediaServer['media']['issueToken']>[0]>
  const tokenOf = (room: string, identity: string, change: Change = {}) =>
    server.media.issueToken({ room, identity, ticket: `ticket-${identity}`, seconds: 60, maySpeak: true, ...change })
  const enter = async (token: string) => {
    const client = await joinAsClient({ url: server.url, token })
    clients.push(client)
    return client
  }
  const join = async (room: string, identity: string, change: Change = {}) =>
    enter(await tokenOf(room, identity, change))
  const receives = (client: MediaClient, name: string) => async () => {
    const before = client.received.get(name) ?? 0
    await new Promise((resolve) => setTimeout(resolve, 300))
    return (client.received.get(name) ?? 0) - before
  }
  const eventually = { timeout: 10_000, interval: 50 }

  test('those of one room hear and see one another; who is hidden hears and is not seen', async () => {
    const room = await openRoom()
    const [judge, party] = [await join(room, 'judge'), await join(room, 'party')]
    const recorder = await join(room, 'recorder.1', { isRecorder: true, maySpeak: false })
    await judge.speak()
    await judge.show()
    for (const client of [party, recorder]) {
      await expect.poll(() => client.received.get('judge/audio') ?? 0, eventually).toBeGreaterThan(20)
      await expect.poll(() => client.received.get('judge/video') ?? 0, eventually).toBeGreaterThan(3)
    }
    expect([...party.room.remoteParticipants.keys()]).toEqual(['judge'])
    const present = await server.media.listPresent(room)
    for (const { tracks } of present) tracks.sort((a, b) => a.kind.localeCompare(b.kind))
    expect(present.find(({ identity }) => identity === 'judge')).toMatchObject({
      ticket: 'ticket-judge',
      maySpeak: true,
      tracks: [
        { kind: 'audio', source: 'microphone', isMuted: false },
        { kind: 'video', source: 'camera', isMuted: false },
      ],
    })
  })

  test('a token opens no other room, none once it is out of date, none that another signed, and none that nobody opened', async () => {
    const room = await openRoom()
    await openRoom()
    const signedBy = (media: TestMediaServer['media'], change: Change = {}) =>
      media.issueToken({ room, identity: 'x', ticket: 't', seconds: 60, maySpeak: true, ...change })
    const forger = createLiveKitMedia({ ...server, publicUrl: server.url, secret })
    await expect(enter(await signedBy(forger))).rejects.toThrow(/signature/i)
    const stranger = createLiveKitMedia({ ...server, publicUrl: server.url, key: 'elsewhere' })
    await expect(enter(await signedBy(stranger))).rejects.toThrow()
    const other = new AccessToken(server.key, server.secret, { identity: 'x', ttl: '-1m' })
    other.addGrant({ roomJoin: true, room })
    await expect(enter(await other.toJwt())).rejects.toThrow(/expired|401|token/i)
    await expect(enter(await tokenOf('court.nobody-opened-it', 'x'))).rejects.toThrow()
    // The room stands in what is signed: whoever bears it for one is in that one.
    const elsewhere = await enter(await tokenOf(room, 'x'))
    expect(elsewhere.room.name).toBe(room)
    const changed = (await tokenOf(room, 'x')).split('.')
    const claims = JSON.parse(Buffer.from(changed[1] ?? '', 'base64url').toString()) as { video: { room: string } }
    claims.video.room = `court.hearing-${rooms}`
    changed[1] = Buffer.from(JSON.stringify(claims)).toString('base64url')
    await expect(enter(changed.join('.'))).rejects.toThrow(/signature/i)
  })

  test('a token used twice leaves one in the room, and both joinings are reported with the same ticket', async () => {
    const room = await openRoom()
    const token = await tokenOf(room, 'party', { ticket: 'once' })
    const first = await enter(token)
    await enter(token)
    await expect.poll(() => first.room.isConnected, eventually).toBe(false)
    expect((await server.media.listPresent(room)).map(({ identity }) => identity)).toEqual(['party'])
    const events = async () =>
      (await Promise.all(posted.map(server.media.readEvent))).filter((one) => one?.room === room)
    await expect
      .poll(
        async () => (await events()).filter((one) => one?.kind === 'participant_joined').map((one) => one?.ticket),
        eventually,
      )
      .toEqual(['once', 'once'])
  })

  test('who may not speak is refused by the server, may once the judge says so, and is cut off when it is taken back', async () => {
    const room = await openRoom()
    const [judge, party] = [await join(room, 'judge'), await join(room, 'party', { maySpeak: false })]
    // The server does not answer such a wish; the client gives up after ten seconds.
    await expect(party.speak()).rejects.toThrow()
    expect(judge.tracksOf()).toEqual([])
    await server.media.setSpeaking({ room, identity: 'party', maySpeak: true })
    await expect.poll(() => party.speak().then(() => 'spoke', String), eventually).toBe('spoke')
    await expect.poll(receives(judge, 'party/audio'), eventually).toBeGreaterThan(10)
    await server.media.setSpeaking({ room, identity: 'party', maySpeak: false })
    await expect.poll(() => judge.tracksOf(), { ...eventually, timeout: 3_000 }).toEqual([])
    expect(await receives(judge, 'party/audio')()).toBe(0)
    expect(await server.media.listPresent(room)).toContainEqual(
      expect.objectContaining({ identity: 'party', maySpeak: false, tracks: [] }),
    )
  })

  test('nobody but the court sends data, and nobody changes what the court wrote about them', async () => {
    const room = await openRoom()
    const [judge, party] = [await join(room, 'judge'), await join(room, 'party')]
    await party.room.localParticipant
      ?.publishData(new TextEncoder().encode('{"revision":99}'), {
        reliable: true,
        topic: 'hearing',
      })
      .catch(() => undefined)
    await party.room.localParticipant?.setAttributes({ ticket: 'stolen' }).catch(() => undefined)
    await server.media.signal({ room, revision: 7 })
    await expect.poll(() => judge.messages, eventually).toEqual([{ topic: 'hearing', text: '{"revision":7}' }])
    expect((await server.media.listPresent(room)).find(({ identity }) => identity === 'party')?.ticket).toBe(
      'ticket-party',
    )
  })

  test('who is removed is out; who is not there is no error', async () => {
    const room = await openRoom()
    const party = await join(room, 'party')
    await server.media.remove({ room, identity: 'party' })
    await expect.poll(() => party.room.isConnected, eventually).toBe(false)
    await server.media.remove({ room, identity: 'party' })
    await server.media.setSpeaking({ room, identity: 'party', maySpeak: true })
    const from = Date.now()
    await server.media.signal({ room: 'court.no-such', revision: 1 })
    await server.media.remove({ room: 'court.no-such', identity: 'party' })
    expect(Date.now() - from).toBeLessThan(1_000)
    await server.media.closeRoom(room)
    await server.media.closeRoom(room)
    expect(await server.media.listPresent(room)).toEqual([])
  })

  test('what happens in a room is reported, signed, with who, when and which track', async () => {
    const room = await openRoom()
    const party = await join(room, 'party')
    const { stop } = await party.speak()
    await stop()
    await party.leave()
    const events = async () =>
      (await Promise.all(posted.map(server.media.readEvent))).filter((one) => one?.room === room)
    await expect
      .poll(async () => (await events()).map((one) => one?.kind), eventually)
      .toEqual(expect.arrayContaining(['room_started', 'participant_joined', 'track_published', 'participant_left']))
    const published = (await events()).find((one) => one?.kind === 'track_published')
    expect(published).toMatchObject({ identity: 'party', track: { kind: 'audio', source: 'microphone' } })
    expect(Math.abs((published?.at.getTime() ?? 0) - Date.now())).toBeLessThan(15_000)
  })

  test('a server that is stopped is unreachable, and ready by itself when it is back', async () => {
    expect((await server.media.state()).state).toBe('ready')
    await server.down()
    await expect.poll(async () => (await server.media.state()).state, eventually).toBe('unreachable')
    await server.up()
    await expect.poll(async () => (await server.media.state()).state, eventually).toBe('ready')
  })
})
