import { expect, test } from 'vitest'
import { browserName } from './browser-name.ts'
import { gradeOf } from './measure-line.ts'
import { faultOf } from './open-device.ts'
import { levelOf } from './use-level.ts'

test('a device that is refused, absent or held by another program is three different things to do', () => {
  expect(['NotAllowedError', 'NotFoundError', 'OverconstrainedError', 'NotReadableError', ''].map(faultOf)).toEqual([
    'refused',
    'absent',
    'absent',
    'broken',
    'broken',
  ])
})

test('silence moves no bar, speech does, and a shout fills the meter', () => {
  const tone = (height: number) => Float32Array.from({ length: 480 }, (_, index) => height * Math.sin(index / 3))
  expect(levelOf(new Float32Array(480))).toBe(0)
  expect(levelOf(tone(0.05))).toBeGreaterThan(0.25)
  expect(levelOf(tone(0.05))).toBeLessThan(0.8)
  expect(levelOf(tone(1))).toBe(1)
})

test('a line is good when it carries a picture both ways without long waits', () => {
  expect(gradeOf({ upKbps: 2000, downKbps: 5000, delayMs: 40 })).toBe('good')
  expect(gradeOf({ upKbps: 300, downKbps: 5000, delayMs: 40 })).toBe('weak')
  expect(gradeOf({ upKbps: 2000, downKbps: 500, delayMs: 40 })).toBe('weak')
  expect(gradeOf({ upKbps: 2000, downKbps: 5000, delayMs: 900 })).toBe('weak')
})

test('of the browser only its kind and main version are told', () => {
  const chrome =
    'Mozilla/5.0 (Linux; Android 14; PKX-110) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.7204.63 Mobile Safari/537.36'
  expect(browserName(chrome)).toBe('Chrome 138')
  expect(browserName(`${chrome} MicroMessenger/8.0.61`)).toBe('WeChat 8')
  expect(browserName('Mozilla/5.0 (iPhone) AppleWebKit/605.1 Version/18.5 Mobile Safari/604.1')).toBe('Safari 18')
  expect(browserName('something else')).toBe('')
})
