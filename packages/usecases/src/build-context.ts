import { randomBytes } from 'node:crypto'
import type { UseCaseContext, UseCasePorts } from './context.ts'
import { newId } from './new-id.ts'
import { absentPorts } from './ports/absent.ts'

type Parts = Pick<UseCaseContext, 'db' | 'actor' | 'keys'> &
  Partial<Pick<UseCaseContext, 'now' | 'requestId' | 'locale' | 'clientAddress'>> & {
    /** What is not named here throws when used. */
    ports?: Partial<UseCasePorts>
  }

/** A context with the machine's clock, ids and random bytes. The seed and tests give a clock of their own. */
export function buildContext({ db, actor, keys, ports, ...rest }: Parts): UseCaseContext {
  const now = rest.now ?? (() => new Date())
  return {
    db,
    actor,
    keys,
    now,
    newId: () => newId(now()),
    randomBytes: (length) => randomBytes(length),
    requestId: rest.requestId ?? newId(),
    locale: rest.locale ?? 'zh-CN',
    clientAddress: rest.clientAddress ?? null,
    ports: { ...absentPorts, ...ports },
  }
}
