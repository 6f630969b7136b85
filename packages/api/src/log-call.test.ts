import { expect, test } from 'vitest'
import { anonymous, testContext } from '@court/testkit/context'
import type { ApiContext } from './context.ts'
import { callOf, outcomeOf } from './log-call.ts'

const ctx = { use: { ...testContext({ db: undefined as never, actor: anonymous }), requestId: 'r-1' } } as ApiContext

test('of what was sent the log keeps ids, and nothing that a person wrote', () => {
  const input = {
    courtSlug: 'yinzhou',
    caseId: '0199c0de-0000-7000-8000-000000000001',
    action: 'accept-filing',
    name: '张三丰',
    input: { phone: '13800000000', caseId: '张三' },
    draftId: '张三丰',
    materialId: '339900199003071234 and more',
  }
  expect(callOf(ctx, 'cases.act', input)).toEqual({
    requestId: 'r-1',
    path: 'cases.act',
    actor: 'anonymous',
    courtSlug: 'yinzhou',
    caseId: '0199c0de-0000-7000-8000-000000000001',
    action: 'accept-filing',
  })
  expect(callOf(ctx, 'x', '张三丰')).toEqual({ requestId: 'r-1', path: 'x', actor: 'anonymous' })
})

test('an outcome is done, the rule that refused, or the kind of break', () => {
  expect(outcomeOf({ ok: true, data: { receipt: 1 } })).toBe('done')
  const refusal = { ok: false, kind: 'conflict', ruleId: 'docket.moved-on', reason: { zh: '甲', en: 'A' } }
  expect(outcomeOf({ ok: true, data: refusal })).toBe('docket.moved-on')
  expect(outcomeOf({ ok: false, error: { code: 'INTERNAL_SERVER_ERROR' } })).toBe('INTERNAL_SERVER_ERROR')
})
