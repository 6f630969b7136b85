import { randomInt } from 'node:crypto'

/** A resident ID number that adds up, of somebody who does not exist: born on `birthDay` in a district code never given out. */
export function residentNumber({
  birthDay = '19900307',
  serial = randomInt(1000),
}: { birthDay?: string; serial?: number } = {}): string {
  const first = `339900${birthDay}${String(serial).padStart(3, '0')}`
  const sum = [...first].reduce((total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11), 0)
  return `${first}${'10X98765432'.charAt(sum % 11)}`
}
