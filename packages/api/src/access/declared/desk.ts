import { aboutNothing, sameAnswer, type Declared } from '../declare.ts'
import type { Who } from '../people.ts'

const atWork = ['filing-clerk', 'filing-judge', 'filing-chief', 'court-clerk', 'president', 'judge']
/** A desk is for those who work on cases; administrators, auditors and presiding judges without another role have none. */
const hasDesk = (who: Who) => (who.roles.some((role) => atWork.includes(role)) ? 'ok' : 'not-allowed')

const desk = (input: object | undefined, refused: Declared['refused']): Declared => ({
  ...aboutNothing,
  ...(input && { input: () => input }),
  expect: hasDesk,
  as: ['filing-clerk'],
  refused,
  again: sameAnswer,
})
const tooMany = (more: object = {}): Declared['refused'] => ({
  by: 'invalid',
  input: () => ({ ...more, limit: 10_000 }),
})
/** What takes nothing is refused to whoever has no desk. */
const noDesk: Declared['refused'] = { by: 'not-allowed', as: 'court-admin', input: () => undefined }

export const deskProcedures: Record<string, Declared> = {
  'desk.post': {
    ...desk(undefined, { by: 'not-allowed', as: 'plaintiff', input: () => undefined }),
    expect: () => 'ok',
  },
  'desk.inbox': desk({ state: 'all', limit: 100 }, tooMany()),
  'desk.counts': desk(undefined, noDesk),
  'desk.search': desk({ q: '对方' }, { by: 'invalid', input: () => ({ q: '' }) }),
  'desk.tasks': desk({ mine: false, limit: 100 }, tooMany()),
  'desk.judgeDocket': {
    ...desk({ withClosed: true }, tooMany()),
    expect: () => 'ok',
    as: ['judge'],
  },
  'desk.feeds': desk({ limit: 50 }, tooMany()),
}
