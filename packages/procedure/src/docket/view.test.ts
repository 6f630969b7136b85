import { describe, expect, test } from 'vitest'
import { accepted, act, courtClerk, filed, judge, person, plaintiff } from '../../test/acting.ts'
import { codeOf } from '../../test/codes.ts'
import type { Entry } from './entry.ts'
import { fold } from './fold.ts'
import { mayReadMaterial, readableFields, visibleTo } from './view.ts'

const code = codeOf()
const defendant = person('defendant', 'd1')
const stranger = person('plaintiff', 'p9')

function withQuestion(entries: Entry[]): Entry[] {
  const asked = act(entries, {
    action: 'ask-question',
    by: plaintiff,
    input: { question: '几时开庭？' },
    on: '2025-03-10',
  })
  if (!asked.ok) throw new Error(asked.ruleId)
  return [...entries, ...asked.entries]
}

const seen = (entries: Entry[], actor: Parameters<typeof visibleTo>[2]) =>
  visibleTo(entries, code, actor).map((entry) => entry.type)

describe('what each may see of a docket', () => {
  test('a defendant sees nothing before the case is docketed, and everything but private entries after', () => {
    expect(seen(filed(), defendant)).toEqual([])
    expect(seen(accepted(), defendant)).toHaveLength(accepted().length)
  })

  test('a question is seen by who asked it and by the court, not by the other side', () => {
    const entries = withQuestion(accepted())
    expect(seen(entries, plaintiff)).toContain('question-asked')
    expect(seen(entries, courtClerk)).toContain('question-asked')
    expect(seen(entries, defendant)).not.toContain('question-asked')
  })

  test('an agent sees what the party sees for whom it acts', () => {
    expect(seen(filed(), person('agent', 'p1'))).toEqual(seen(filed(), plaintiff))
    expect(seen(filed(), person('agent', 'd1'))).toEqual([])
  })

  test('nobody else sees anything', () => {
    expect(seen(accepted(), { ...defendant, ref: { kind: 'person', id: 'x', roles: [] }, partyId: undefined })).toEqual(
      [],
    )
    expect(seen(accepted(), { ref: { kind: 'person', id: 'x', roles: ['public'] }, identityLevel: 0 })).toEqual([])
    expect(seen(accepted(), stranger)).toEqual([])
  })

  test.each([
    ['the other side’s proof of identity', 'identity-document', 'p1', 'defendant', false],
    ['one’s own proof of identity', 'identity-document', 'd1', 'defendant', true],
    [
      'a proof of identity that a clerk scanned for nobody in particular',
      'identity-document',
      undefined,
      'defendant',
      false,
    ],
    ['the complaint', 'complaint', 'p1', 'defendant', true],
    ['a note of the panel', 'panel-note', undefined, 'defendant', false],
    ['a note of the panel', 'panel-note', undefined, 'judge', true],
    ['an unknown kind', 'diary', undefined, 'defendant', false],
  ])('%s (%s of %s) for the %s: %s', (_name, type, subject, who, may) => {
    const state = fold(accepted(), code)
    expect(mayReadMaterial({ type, subject }, state, code, who === 'judge' ? judge : defendant)).toBe(may)
  })

  test('numbers and phones of others are for the court alone', () => {
    const state = fold(accepted(), code)
    expect(readableFields(state, code, defendant)).toEqual(['name'])
    expect(readableFields(state, code, judge)).toContain('identity-number')
    expect(readableFields(fold(filed(), code), code, defendant)).toEqual([])
  })
})
