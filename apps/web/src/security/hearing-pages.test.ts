import { NextRequest } from 'next/server'
import { afterEach, expect, test, vi } from 'vitest'
import { mediaAddresses } from './hearing-pages.ts'

const [party, court] = ['/my/yinzhou/c1/hearings/h1', '/desk/cases/c1/hearings/h1']

test('the rooms may reach the media server, over its socket and to ask why', () => {
  for (const path of [`${party}/room`, `${court}/room`]) {
    expect(mediaAddresses(path, 'wss://media.court.example/rtc')).toEqual([
      'wss://media.court.example',
      'https://media.court.example',
    ])
    expect(mediaAddresses(path, 'ws://127.0.0.1:7880')).toEqual(['ws://127.0.0.1:7880', 'http://127.0.0.1:7880'])
  }
})

test('no other page may, and none where there is no media server', () => {
  for (const path of ['/', party, `${party}/devices`, court, '/desk/hearings', `${party}/room/x`, '/my/room'])
    expect(mediaAddresses(path, 'wss://media.court.example')).toEqual([])
  expect(mediaAddresses(`${party}/room`, null)).toEqual([])
})

afterEach(() => vi.unstubAllEnvs())

test('the policy of an answer names the media server on the page of a room alone', async () => {
  const key = Buffer.alloc(32, 1).toString('base64url')
  for (const name of ['SESSION_SECRET_WEB', 'FIELD_ENCRYPTION_KEY', 'BLIND_INDEX_KEY', 'ONE_TIME_CODE_KEY'])
    vi.stubEnv(name, key)
  vi.stubEnv('DATABASE_URL_PUBLIC', 'postgres://nobody@127.0.0.1:1/none')
  vi.stubEnv('DATABASE_URL_STAFF', 'postgres://nobody@127.0.0.1:1/none')
  vi.stubEnv('LIVEKIT_URL', 'http://media.inside:7880')
  vi.stubEnv('LIVEKIT_PUBLIC_URL', 'wss://media.court.example')
  vi.stubEnv('LIVEKIT_API_KEY', 'key')
  vi.stubEnv('LIVEKIT_API_SECRET', 'a secret of thirty-two characters')
  const { proxy } = await import('../proxy.ts')
  const connect = (path: string) =>
    /connect-src [^;]*/.exec(
      proxy(new NextRequest(`http://court.example${path}`)).headers.get('content-security-policy') ?? '',
    )?.[0]
  expect(connect(`${party}/room`)).toBe("connect-src 'self' wss://media.court.example https://media.court.example")
  expect(connect(party)).toBe("connect-src 'self'")
})
