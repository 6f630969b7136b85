import { expect, test } from 'vitest'
import { ruleValues } from './rule-values.ts'

test('a rule is read value by value, without what stands elsewhere', () => {
  const rule = {
    title: { zh: '立案审查期限', en: 'Time to decide on a filing' },
    floor: { 'rule.count': 'at-most' },
    rule: { count: 7, unit: 'day' },
    clears: ['filing-accepted', 'filing-refused'],
    reminders: [{ before: 2, who: 'filing-clerk' }],
  }
  expect(ruleValues(rule)).toEqual([
    { inner: 'rule.count', value: 7 },
    { inner: 'rule.unit', value: 'day' },
    { inner: 'clears', value: ['filing-accepted', 'filing-refused'] },
    { inner: 'reminders.0.before', value: 2 },
    { inner: 'reminders.0.who', value: 'filing-clerk' },
  ])
})
