import { randomInt } from 'node:crypto'
import type { PrismaClient } from '@court/db/generated/client'
import type { PersonActor } from '@court/usecases/actor'
import { newId } from '@court/usecases/new-id'
import { testKeys } from './context.ts'
import { residentNumber } from './resident-number.ts'

type Person = {
  /** E.164; random by default. */
  phone?: string
  name?: string
  /** A resident ID number, checked by nobody here; see `residentNumber`. Without it the identity level is 0. */
  idNumber?: string | null
  email?: string
  locale?: 'zh-CN' | 'en'
}

/** A person with a national account who has signed in, of identity level 1 unless `idNumber` is null. */
export async function buildPerson(
  all: PrismaClient,
  person: Person = {},
): Promise<PersonActor & { phone: string; name: string }> {
  const {
    phone = `+8613${String(randomInt(1_000_000_000)).padStart(9, '0')}`,
    name = '张试',
    idNumber = residentNumber({ birthDay: someBirthDay() }),
  } = person
  const identityLevel = idNumber === null ? 0 : 1
  const [personId, sessionId] = [newId(), newId()]
  await all.person.create({
    data: {
      id: personId,
      phoneCipher: testKeys.seal('person.phone', phone),
      phoneIndex: testKeys.blindIndex('person.phone', phone),
      displayName: name,
      locale: person.locale ?? 'zh-CN',
      emailCipher: person.email ? testKeys.seal('person.email', person.email) : null,
      identityLevel,
      ...(idNumber === null
        ? {}
        : {
            legalName: name,
            idKind: 'resident-id',
            idCipher: testKeys.seal('person.identity-number', idNumber),
            idIndex: testKeys.blindIndex('person.identity-number', idNumber),
            identityVerifiedAt: new Date(),
          }),
    },
  })
  await all.session.create({
    data: {
      id: sessionId,
      kind: 'person',
      personId,
      app: 'web',
      identityLevel,
      verifiedAt: new Date(),
      expiresAt: new Date(Date.now() + 86_400_000),
    },
  })
  return { kind: 'person', personId, sessionId, identityLevel, phone, name }
}

/** One of many days, so that two people of one test hardly ever share a number. */
const someBirthDay = () =>
  [randomInt(1950, 2000), randomInt(1, 13), randomInt(1, 29)].map((part) => String(part).padStart(2, '0')).join('')
