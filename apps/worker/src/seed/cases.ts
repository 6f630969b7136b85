import { seedCourts } from './data/courts.ts'
import { matterOf } from './data/matters.ts'
import { fileCase } from './file-case.ts'
import type { SeedPerson } from './persons.ts'
import { courses, playCase } from './play-case.ts'
import type { SeedStaff } from './staff.ts'
import type { World } from './world.ts'

const atOnce = 4

/** Busy courts get more, as in the country: every third case goes to the first court of the list. */
const busy = ['yinzhou', 'yuyao', 'wuchang']
const basic = seedCourts.filter(({ level }) => level === 'basic').map(({ slug }) => slug)

type Cases = {
  world: World
  count: number
  now: Date
  persons: readonly SeedPerson[]
  staff: readonly SeedStaff[]
  say(text: string): void
}

/** Files and plays cases, some at a time; each court's in the order of their days, so that its numbers rise with them. */
export async function playCases({ world, count, now, persons, staff, say }: Cases): Promise<void> {
  const planned = Array.from({ length: count }, (_, index) => {
    const course = courses[index % courses.length] ?? courses[0]
    // Another court each time round, so that every court sees every course.
    const turn = index + Math.floor(index / courses.length)
    const courtSlug = turn % 2 === 0 ? busy[Math.floor(turn / 2) % busy.length] : basic[turn % basic.length]
    if (!course || !courtSlug) throw new Error('no course or court to play')
    const daysAgo = course.ageDays + (index % 3)
    const filedAt = new Date(now.getTime() - daysAgo * 86_400_000 - (index % 7) * 3_600_000)
    return { index, course, courtSlug, filedAt }
  }).sort((left, right) => left.filedAt.getTime() - right.filedAt.getTime())

  let next = 0
  const work = async () => {
    for (let plan = planned[next++]; plan; plan = planned[next++]) {
      const { index, course, courtSlug, filedAt } = plan
      const person = persons[index % persons.length]
      if (!person) throw new Error('nobody to file')
      const filed = await fileCase({ world, person, courtSlug, index, matter: matterOf(index), at: filedAt })
      const ofCourt = staff.filter(({ court }) => court.slug === courtSlug)
      await playCase({ world, filed, filedAt, course, person, staff: ofCourt, index })
      if (next % 40 === 0) say(`${next} of ${count} cases`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}
