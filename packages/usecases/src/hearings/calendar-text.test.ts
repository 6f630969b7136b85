import { expect, test } from 'vitest'
import { calendarText } from './calendar-text.ts'

const event = {
  uid: 'one@court',
  sequence: 2,
  isCancelled: false,
  stampedAt: new Date('2026-03-02T01:00:00.123Z'),
  startsAt: new Date('2026-03-05T01:30:00Z'),
  endsAt: new Date('2026-03-05T02:15:00Z'),
  summary: '询问 （2026）浙0212民初1号 · 宁波市鄞州区人民法院, 第三法庭; 请带原件\\复印件',
  location: '第三法庭',
  description: '第一行\n第二行',
}

test('ends every line with CRLF, folds at 75 octets without cutting a character, and escapes', () => {
  const text = calendarText(event)
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const unfolded = text.replace(/\r\n /g, '')
  expect(unfolded).toContain(
    'SUMMARY:询问 （2026）浙0212民初1号 · 宁波市鄞州区人民法院\\, 第三法庭\\; 请带原件\\\\复印件\r\n',
  )
  expect(unfolded).toContain('DESCRIPTION:第一行\\n第二行\r\n')
  expect(unfolded).not.toContain('\uFFFD')
})

test('gives instants in UTC, and the version by which a calendar replaces what it has', () => {
  const text = calendarText(event)
  for (const line of [
    'DTSTAMP:20260302T010000Z',
    'DTSTART:20260305T013000Z',
    'DTEND:20260305T021500Z',
    'SEQUENCE:2',
    'UID:one@court',
  ])
    expect(text).toContain(`\r\n${line}\r\n`)
  expect(calendarText({ ...event, isCancelled: true })).toMatch(/METHOD:CANCEL\r\n[\s\S]*STATUS:CANCELLED\r\n/)
})
