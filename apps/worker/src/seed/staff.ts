import type { StaffActor, StaffRole } from '@court/usecases/actor'
import { inviteStaff } from '@court/usecases/staff/invite-staff'
import { demoName } from './data/people.ts'
import type { SeedCourt } from './data/courts.ts'
import { joinStaff } from './join-staff.ts'
import { must, type World } from './world.ts'

export type SeedStaff = {
  actor: StaffActor
  name: string
  title: string
  login: string
  totpSecret: string
  court: SeedCourt
}

type Post = { key: string; title: string; roles: StaffRole[]; isOfTribunal?: boolean }

/** Who works in a basic court of the demo. The filing chief decides and administers nothing; the administrator sees no case. */
const basicPosts: Post[] = [
  { key: 'clerk', title: '立案庭书记员', roles: ['filing-clerk'] },
  { key: 'chief', title: '立案庭庭长', roles: ['filing-chief', 'filing-judge'] },
  { key: 'judge', title: '审判员', roles: ['judge'] },
  { key: 'judge2', title: '审判员', roles: ['judge', 'presiding-judge'] },
  { key: 'assistant', title: '书记员', roles: ['court-clerk'] },
  { key: 'admin', title: '信息管理员', roles: ['court-admin'] },
]

const higherPosts: Post[] = [
  { key: 'clerk', title: '立案庭书记员', roles: ['filing-clerk'] },
  { key: 'judge', title: '审判员', roles: ['judge', 'presiding-judge'] },
  { key: 'admin', title: '信息管理员', roles: ['court-admin'] },
]

export const postsOf = (court: SeedCourt): Post[] =>
  court.level === 'supreme'
    ? [{ key: 'auditor', title: '审计员', roles: ['auditor', 'security-admin'] }]
    : court.level === 'basic'
      ? basicPosts
      : higherPosts

type Hire = {
  world: World
  national: StaffActor
  court: SeedCourt
  courtId: string
  units: readonly string[]
  password: string
  at: Date
  from: number
}

/** Invites the staff of one court; each joins by the link. Filing staff sit in the first unit, judges in the second. */
export async function hireStaff({
  world,
  national,
  court,
  courtId,
  units,
  password,
  at,
  from,
}: Hire): Promise<SeedStaff[]> {
  return Promise.all(
    postsOf(court).map(async ({ key, title, roles }, index) => {
      const login = `${court.slug}.${key}`
      const name = demoName(from + index)
      const isFiling = roles.some((role) => role.startsWith('filing'))
      const unitId = units[isFiling || units.length < 2 ? 0 : 1] ?? null
      const invited = must(
        await inviteStaff(world.asAdmin(national, at), { courtId, login, name, title, roles, unitId }),
        `the post of ${login}`,
      )
      if (!invited.token) throw new Error(`${login} has an account already`)
      const { totpSecret, sessionId } = await joinStaff(world, { token: invited.token, password, at })
      const { accountId, staffId } = invited
      return {
        actor: { kind: 'staff', accountId, staffId, courtId, roles, sessionId },
        name,
        title,
        login,
        totpSecret,
        court,
      }
    }),
  )
}
