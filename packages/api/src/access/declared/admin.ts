import { builtInCodes } from '@court/procedure/code/built-in-codes.node'
import { packsFor } from '@court/procedure/code/packs-for'
import { parsePacks } from '@court/procedure/code/parse-pack'
import {
  aboutCourt,
  aboutNothing,
  aboutPublic,
  courtId,
  nobody,
  reachesCourt,
  sameAnswer,
  type Attempt,
  type Declared,
  type Outcome,
} from '../declare.ts'
import type { StaffName, Who } from '../people.ts'

const withCode = aboutCourt('own', 'foreign', 'absent')
const anyCourt = aboutCourt('own', 'foreign', 'high', 'absent')
const place = (attempt: Attempt) => ({ courtId: courtId(attempt) })
const thereOr =
  (there: Outcome, absent: Outcome = 'not-found') =>
  (_who: Who, object: string): Outcome =>
    object === 'absent' ? absent : there
const noCourt: Declared['refused'] = { by: 'not-found', object: 'absent', input: place }
const by: Declared['as'] = ['national-admin', 'own']

const { packs } = parsePacks(builtInCodes())
const packIds = ({ object }: Attempt) =>
  packsFor({ packs, court: object === 'foreign' ? '鄂0106' : '浙0212' }).map(({ header }) => header.id)
const assigning = (attempt: Attempt) => ({ ...place(attempt), packIds: packIds(attempt), from: '2026-04-01' })
const unknownPack: Declared['refused'] = {
  by: 'codes.unknown-pack',
  object: 'own',
  input: (attempt) => ({ ...assigning(attempt), packIds: ['no-such-pack'] }),
}

/** A member of the staff of that court; `crossed`: one of another court under the name of this one. */
const members: Record<string, StaffName> = {
  own: 'no-role',
  foreign: 'foreign-court-clerk',
  high: 'high-judge',
  crossed: 'foreign-court-clerk',
}
const aboutMember = aboutCourt('own', 'foreign', 'high', 'absent', 'crossed')
const member = (attempt: Attempt) => {
  const name = members[attempt.object]
  return { ...place(attempt), staffId: name ? attempt.world.people.staff[name].staffId : nobody }
}
const aboutUnit = aboutMember
const unit = async (attempt: Attempt) => {
  const { inner, world, object } = attempt
  const holder = object === 'absent' ? null : world.courts[object === 'crossed' ? 'foreign' : (object as 'own')].id
  const row =
    holder &&
    (await inner.all((tx) => tx.unit.findFirst({ where: { courtId: holder, nameZh: { startsWith: '庭室' } } })))
  return { ...place(attempt), unitId: row ? row.id : nobody }
}
const changed = (attempt: Attempt) => ({
  ...member(attempt),
  roles: ['court-clerk'],
  unitId: null,
  title: null,
  weight: 0,
})
const newUnit = { kind: 'division', nameZh: '民事审判第九庭', nameEn: 'Ninth Civil Division' }
const newCourt = (attempt: Attempt) => ({
  key: 'matrix-take-on',
  parentId: courtId(attempt),
  level: 'basic',
  nameZh: '新设人民法院',
  nameEn: 'New Court',
  slug: 'new-court',
  code: '浙0299',
  codeFrom: '2026-04-01',
  units: [newUnit],
})
const invited = (attempt: Attempt) => ({
  ...place(attempt),
  login: 'new.person',
  name: '新同事',
  roles: ['court-clerk'],
})

export const admin: Record<string, Declared> = {
  'accounts.inviteStaff': {
    ...anyCourt,
    input: invited,
    expect: reachesCourt,
    as: by,
    refused: { by: 'staff.form', object: 'own', input: (attempt) => ({ ...invited(attempt), login: '?' }) },
    again: { answer: 'refused: invalid' },
  },
  'accounts.renewInvitation': {
    ...aboutMember,
    input: member,
    expect: reachesCourt,
    as: by,
    refused: { by: 'not-found', object: 'crossed', input: member },
    // Each time a new link, the one before is void.
    again: { answer: 'fresh', writes: ['staff_account', 'audit'] },
  },
  'audit.list': {
    // The audit is that of the own court: a case of another has left nothing there.
    ...aboutPublic('case', 'actor', 'absent'),
    input: ({ world, object }) => ({
      of:
        object === 'actor'
          ? { kind: 'actor', actorId: world.people.staff.judge.staffId }
          : { kind: 'case', caseId: object === 'case' ? world.cases.own.caseId : nobody },
    }),
    expect: () => 'ok',
    as: ['auditor'],
    refused: { by: 'invalid', input: () => ({ of: { kind: 'case', caseId: 'none' } }) },
    again: sameAnswer,
  },
  'audit.verify': {
    ...aboutNothing,
    input: () => ({}),
    expect: () => 'ok',
    as: ['auditor'],
    refused: { by: 'invalid', input: () => ({ fromSeq: 0 }) },
    again: sameAnswer,
  },
  'codes.assign': {
    ...withCode,
    input: assigning,
    expect: thereOr('ok'),
    as: by,
    refused: unknownPack,
    again: sameAnswer,
  },
  'codes.preview': {
    ...withCode,
    input: assigning,
    expect: thereOr('ok'),
    as: by,
    refused: unknownPack,
    again: sameAnswer,
  },
  'codes.explain': {
    ...withCode,
    input: (attempt) => ({ ...place(attempt), on: '2026-03-12', rule: 'periods.trial-limit' }),
    expect: reachesCourt,
    as: by,
    refused: {
      by: 'codes.no-such-rule',
      object: 'own',
      input: (attempt) => ({ ...place(attempt), on: '2026-03-12', rule: 'periods.no-such' }),
    },
    again: sameAnswer,
  },
  'codes.rules': {
    ...withCode,
    input: (attempt) => ({ ...place(attempt), on: '2026-03-12', section: 'periods' }),
    expect: reachesCourt,
    as: by,
    refused: {
      by: 'codes.none',
      object: 'own',
      input: (attempt) => ({ ...place(attempt), on: '1999-01-01', section: 'periods' }),
    },
    again: sameAnswer,
  },
  'codes.packs': {
    ...aboutNothing,
    expect: () => 'ok',
    as: ['national-admin'],
    refused: { by: 'not-allowed', as: 'judge', input: () => undefined },
    again: sameAnswer,
  },
  'courts.tree': {
    ...aboutNothing,
    expect: () => 'ok',
    as: ['national-admin'],
    refused: { by: 'not-allowed', as: 'judge', input: () => undefined },
    again: sameAnswer,
  },
  'courts.page': { ...anyCourt, input: place, expect: reachesCourt, as: by, refused: noCourt, again: sameAnswer },
  'courts.addUnit': {
    ...anyCourt,
    input: (attempt) => ({ ...place(attempt), unit: newUnit }),
    expect: reachesCourt,
    as: by,
    refused: {
      by: 'invalid',
      object: 'own',
      input: (attempt) => ({ ...place(attempt), unit: { ...newUnit, nameZh: '庭室own' } }),
    },
    again: { answer: 'refused: invalid' },
  },
  'courts.closeUnit': {
    ...aboutUnit,
    input: unit,
    expect: reachesCourt,
    as: by,
    refused: { by: 'not-found', object: 'crossed', input: unit },
    again: { answer: 'same', writes: ['audit'] },
  },
  'courts.changeContact': {
    ...anyCourt,
    input: (attempt) => ({ ...place(attempt), contact: { phone: '0574-5550100' } }),
    expect: reachesCourt,
    as: by,
    refused: {
      by: 'invalid',
      object: 'own',
      input: (attempt) => ({ ...place(attempt), contact: { phone: 'call us' } }),
    },
    again: { answer: 'same', writes: ['national_audit'] },
  },
  'courts.giveCode': {
    ...anyCourt,
    input: (attempt) => ({ ...place(attempt), code: '浙0298', validFrom: '2026-05-01' }),
    expect: thereOr('ok'),
    as: by,
    refused: {
      by: 'invalid',
      object: 'own',
      input: (attempt) => ({ ...place(attempt), code: '浙0298', validFrom: '1999-01-01' }),
    },
    again: { answer: 'refused: invalid' },
  },
  'courts.open': {
    ...anyCourt,
    input: place,
    expect: thereOr('ok'),
    as: by,
    refused: {
      by: 'court.not-ready',
      object: 'own',
      input: async (attempt) => {
        const { inner, world } = attempt
        const data = { status: 'preparing' }
        await inner.all((tx) => tx.court.update({ where: { id: world.courts.high.id }, data }))
        return { courtId: world.courts.high.id }
      },
    },
    again: sameAnswer,
  },
  'courts.rename': {
    ...anyCourt,
    input: (attempt) => ({ ...place(attempt), nameZh: '改名人民法院', nameEn: 'Renamed Court' }),
    expect: thereOr('ok'),
    as: by,
    refused: {
      by: 'invalid',
      object: 'own',
      input: (attempt) => ({ ...place(attempt), nameZh: '', nameEn: 'Renamed Court' }),
    },
    again: { answer: 'same', writes: ['national_audit', 'court'] },
  },
  'courts.takeOn': {
    ...anyCourt,
    input: newCourt,
    expect: thereOr('ok'),
    as: by,
    refused: { by: 'court.taken', object: 'own', input: (attempt) => ({ ...newCourt(attempt), code: '鄂0106' }) },
    again: sameAnswer,
  },
  'staff.list': { ...anyCourt, input: place, expect: reachesCourt, as: by, refused: noCourt, again: sameAnswer },
  'staff.change': {
    ...aboutMember,
    input: changed,
    expect: reachesCourt,
    as: by,
    refused: {
      by: 'staff.national-role',
      object: 'own',
      input: (attempt) => ({ ...changed(attempt), roles: ['auditor'] }),
    },
    again: { answer: 'same', writes: ['audit'] },
  },
  'staff.setActive': {
    ...aboutMember,
    input: (attempt) => ({ ...member(attempt), isActive: false }),
    expect: reachesCourt,
    as: by,
    refused: {
      by: 'staff.oneself',
      object: 'own',
      input: ({ world, who }) => ({
        courtId: who.actor.kind === 'staff' ? who.actor.courtId : world.court.id,
        staffId: who.actor.kind === 'staff' ? who.actor.staffId : nobody,
        isActive: false,
      }),
    },
    again: { answer: 'same', writes: ['audit'] },
  },
}
