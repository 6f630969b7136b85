import { describe, expect, it } from 'vitest'
import { checkCreditCode } from './check-credit-code.ts'
import { checkOrganisationName, checkPersonName, maskName } from './check-name.ts'
import { checkPassport } from './check-passport.ts'
import { checkPhone, maskPhone } from './check-phone.ts'
import { checkResidentId } from './check-resident-id.ts'
import { maskNumber } from './mask-number.ts'

const today = '2026-11-24'
const faultOf = (check: { ok: boolean; fault?: string }) => (check.ok ? null : check.fault)

describe('a resident ID number', () => {
  it.each([
    ['11010519491231002X', '1949-12-31', 'the sample of the standard'],
    ['11010519491231002x', '1949-12-31', 'a small x'],
    ['１１０１０５１９４９１２３１００２Ｘ', '1949-12-31', 'full-width characters'],
    ['110105 19491231 002X', '1949-12-31', 'spaces'],
  ])('%s is taken, with its date of birth (%s): %s', (text, bornOn) => {
    expect(checkResidentId(text, today)).toEqual({ ok: true, value: { number: '11010519491231002X', bornOn } })
  })

  it.each([
    ['', 'empty'],
    ['130503670401001', 'old-form'],
    ['1101051949123100', 'length'],
    ['11010519491231002A', 'characters'],
    ['1101051949123100X2', 'characters'],
    ['990105194912310020', 'checksum'],
    ['000105194912310020', 'region'],
    ['110105194902300020', 'date'],
    ['110105204912310020', 'date'],
    ['110105194913010020', 'date'],
    ['110105194912310021', 'checksum'],
    ['11010519491231003X', 'checksum'],
  ])('%s is refused for its own fault: %s', (text, fault) => {
    expect(faultOf(checkResidentId(text, today))).toBe(fault)
  })

  it('born on a leap day is taken, on 29 February of another year not', () => {
    expect(checkResidentId('330212200002290018', today)).toMatchObject({ ok: false, fault: 'checksum' })
    expect(checkResidentId('330212200102290018', today)).toMatchObject({ ok: false, fault: 'date' })
  })
})

describe('a unified social credit code', () => {
  it('is taken when its check character fits', () => {
    expect(checkCreditCode('91350100m000100y43')).toEqual({ ok: true, value: '91350100M000100Y43' })
  })
  it.each([
    ['', 'empty'],
    ['91350100M000100Y4', 'length'],
    ['91350100M000100Y44', 'checksum'],
    ['9135O100M000100Y43', 'characters'],
    ['91350100M000010Y43', 'checksum'],
  ])('%s is refused for its own fault: %s', (text, fault) => {
    expect(faultOf(checkCreditCode(text))).toBe(fault)
  })
})

describe('a passport', () => {
  it('is taken with its issuing country', () => {
    expect(checkPassport({ number: 'l01 x00t47', country: 'de' })).toEqual({
      ok: true,
      value: { number: 'L01X00T47', country: 'DE' },
    })
  })
  it.each([
    [{ number: '', country: 'DE' }, 'empty'],
    [{ number: 'L01', country: 'DE' }, 'length'],
    [{ number: 'L01X*0T47', country: 'DE' }, 'characters'],
    [{ number: 'ABCDEFG', country: 'DE' }, 'characters'],
    [{ number: 'L01X00T47', country: 'QQ' }, 'country'],
  ])('%j is refused for its own fault: %s', (input, fault) => {
    expect(faultOf(checkPassport(input))).toBe(fault)
  })
})

describe('a mobile number', () => {
  it.each([
    ['138 0013 8000', '+8613800138000'],
    ['１９９００１３８０００', '+8619900138000'],
    ['+86 166-0013-8000', '+8616600138000'],
    ['+49 1512 3456789', '+4915123456789'],
  ])('%s is taken as %s', (text, phone) => {
    expect(checkPhone(text)).toEqual({ ok: true, value: phone })
  })
  it.each([
    ['', 'empty'],
    ['12345678901', 'number'],
    ['0574 8718 0000', 'not-mobile'],
    ['call 13800138000 now', 'number'],
    ['1'.repeat(5000), 'number'],
  ])('%s is refused: %s', (text, fault) => {
    expect(faultOf(checkPhone(text))).toBe(fault)
  })
})

describe('a name', () => {
  it.each(['王䶮', '𬭊', '欧阳·娜娜', '阿卜杜拉·买买提', "Anna-Maria O'Neill", '㐂田'])(
    '%s is taken as written',
    (name) => {
      expect(checkPersonName(` ${name} `)).toEqual({ ok: true, value: name })
    },
  )
  it.each([
    ['', 'empty'],
    ['王1', 'characters'],
    ['<b>王</b>', 'characters'],
    ['王\u202e五', 'characters'],
    ['王'.repeat(101), 'length'],
  ])('%j is refused: %s', (name, fault) => {
    expect(faultOf(checkPersonName(name))).toBe(fault)
  })
  it('of an organisation may have digits and brackets', () => {
    expect(checkOrganisationName('宁波 甬江第3机械（集团）有限公司').ok).toBe(true)
    expect(faultOf(checkOrganisationName('甲'))).toBe('empty')
  })
})

it('what is masked shows enough to recognise and too little to use', () => {
  expect(maskPhone('+8613800138000')).toBe('138****8000')
  expect(maskNumber('11010519491231002X')).toBe('11**************2X')
  expect(maskName('王小明')).toBe('王**')
})
