import { randomInt } from 'node:crypto'
import { residentNumber } from '@court/testkit/resident-number'

export type Person = { phone: string; name: string; idNumber: string }

/** Somebody who never was here: a phone number that no company gives out, a resident ID number of a district that does not exist. */
export function newPerson(name: string): Person {
  return { name, phone: `19955${randomInt(510_000, 600_000)}`, idNumber: newIdNumber() }
}

export function newIdNumber(): string {
  const [year, month, day] = [randomInt(1950, 2000), randomInt(1, 13), randomInt(1, 29)]
  const two = (part: number) => String(part).padStart(2, '0')
  return residentNumber({ birthDay: `${year}${two(month)}${two(day)}` })
}
