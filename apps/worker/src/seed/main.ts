import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { playCases } from './cases.ts'
import { giveCodes } from './codes.ts'
import { foundCourts } from './courts.ts'
import { readSeedEnv } from './env.ts'
import { holdHearings, type HearingPeople } from './hearings.ts'
import { enterPerson } from './persons.ts'
import { settlePast } from './settle.ts'
import { hireStaff, type SeedStaff } from './staff.ts'
import { createWorld } from './world.ts'

const personsTotal = 60

const env = readSeedEnv(process.env)
const world = createWorld(env)
const started = Date.now()
const say = (text: string) => console.log(`${((Date.now() - started) / 1000).toFixed(1)} s  ${text}`)
const daysAgo = (days: number) => new Date(started - days * 86_400_000)

try {
  const password = `demo-${randomBytes(6).toString('base64url')}`
  const founding = daysAgo(400)
  const nation = await foundCourts(world, { password, at: founding })
  say(`${nation.courts.length} courts`)

  const staff: SeedStaff[] = []
  for (const [index, { court, courtId, units }] of nation.courts.entries())
    staff.push(
      ...(await hireStaff({
        world,
        national: nation.national,
        court,
        courtId,
        units,
        password,
        at: founding,
        from: index * 7,
      })),
    )
  say(`${staff.length} members of staff`)

  await giveCodes(world, { ...nation, at: founding })
  say('codes and causes')

  const persons = []
  for (let index = 0; index < personsTotal; index += 1)
    persons.push(await enterPerson(world, { index, at: daysAgo(390) }))
  say(`${persons.length} persons`)

  await playCases({ world, count: env.DEMO_CASES, now: new Date(started), persons, staff, say })
  say(`${env.DEMO_CASES} cases`)
  const hearings = await holdHearings({ world, now: new Date(started), persons, staff })
  say('hearings')
  const settled = await settlePast(world, { now: new Date(started), siteUrl: env.WEB_ORIGIN })
  say(`${settled} messages of the past`)

  writeFileSync(
    env.DEMO_FILE,
    `${JSON.stringify({ signIns: signInsOf({ nation, staff, persons, hearings, password }) }, null, 2)}\n`,
    { mode: 0o600 },
  )
} finally {
  await world.close()
}

function signInsOf({
  nation,
  staff,
  persons,
  hearings,
  password,
}: {
  nation: { login: string; name: string; totpSecret: string }
  staff: readonly SeedStaff[]
  persons: readonly { phone: string; name: string }[]
  hearings: HearingPeople
  password: string
}) {
  const shown = [
    'yinzhou.clerk',
    'yinzhou.judge',
    'yinzhou.chief',
    'yinzhou.assistant',
    'yinzhou.judge2',
    'wuchang.clerk',
    'wuchang.chief',
    'yuyao.clerk',
  ]
  const [first, second] = persons
  return [
    {
      at: 'web',
      who: `当事人 ${first?.name ?? ''}`,
      account: first?.phone ?? '',
      note: 'the code arrives in the catcher',
    },
    { at: 'web', who: `当事人 ${second?.name ?? ''}`, account: second?.phone ?? '' },
    ...(['plaintiff', 'defendant'] as const).map((side) => ({
      at: 'web',
      who: `询问${side === 'plaintiff' ? '原告' : '被告'} ${hearings[side].name}`,
      account: hearings[side].phone,
      note: `hearing ${side}: /my/${hearings.today.courtSlug}/${hearings.today.caseId}/hearings/${hearings.today.hearingId} · judge ${hearings.judge} · clerk yinzhou.assistant`,
    })),
    ...staff
      .filter(({ login }) => shown.includes(login))
      .map(({ login, name, title, court, totpSecret }) => ({
        at: 'web',
        who: `${court.zh} ${title} ${name}`,
        account: login,
        password,
        totpSecret,
        note: '/staff/sign-in',
      })),
    {
      at: 'admin',
      who: `最高人民法院 全国管理员 ${nation.name}`,
      account: nation.login,
      password,
      totpSecret: nation.totpSecret,
    },
    ...staff
      .filter(({ login }) => login === 'yinzhou.admin' || login.endsWith('.auditor'))
      .map(({ login, name, title, court, totpSecret }) => ({
        at: 'admin',
        who: `${court.zh} ${title} ${name}`,
        account: login,
        password,
        totpSecret,
      })),
  ]
}
