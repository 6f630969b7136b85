import { randomBytes } from 'node:crypto'
import type { Database } from '@court/db/database'
import type { Actor } from '@court/usecases/actor'
import type { Locale, UseCaseContext, UseCasePorts } from '@court/usecases/context'
import { createKeys } from '@court/usecases/keys'
import { newId } from '@court/usecases/new-id'
import { absentPorts } from '@court/usecases/ports/absent'
import { createClock, type TestClock } from './clock.ts'

/** The keys of every test: fixed, so that rows of one context open in another. */
export const testKeys = createKeys([new Uint8Array(32).fill(7)])

export const anonymous: Actor = { kind: 'anonymous' }
export const systemActor = (job = 'test'): Actor => ({ kind: 'system', job })

type Options = {
  db: Database
  actor?: Actor
  /** A clock that the test moves, or one instant. */
  clock?: TestClock
  now?: Date | string
  locale?: Locale
  clientAddress?: string | null
  /** What the test reaches of the outside world; all else throws when used. See `createTestPorts`, `startMessageServers`. */
  ports?: Partial<UseCasePorts>
}

export function testContext({
  db,
  actor = anonymous,
  clock,
  now,
  locale = 'zh-CN',
  clientAddress = '192.0.2.1',
  ports = {},
}: Options): UseCaseContext {
  const instant = now === undefined ? (clock ?? createClock()) : createClock(new Date(now).toISOString())
  return {
    db,
    actor,
    now: () => instant.now(),
    newId: () => newId(instant.now()),
    randomBytes: (length) => new Uint8Array(randomBytes(length)),
    keys: testKeys,
    requestId: newId(),
    locale,
    clientAddress,
    ports: { ...absentPorts, ...ports },
  }
}
