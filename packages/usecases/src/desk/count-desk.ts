import { countDesk as readFigures } from '@court/db/reads/desk-counts'
import type { UseCaseContext } from '../context.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { wordsOf } from '../words-of.ts'
import { askDesk } from './ask-desk.ts'
import { deskReach } from './desk-reach.ts'
import type { BoundedCount, DeskCounts } from './desk-types.ts'
import { soonDays } from './due-state.ts'

/** Beyond this nobody reads the figure: it shows as "999+", and costs no more. */
export const countMax = 999

/** The figures on top of the desk, each counted up to a bound. */
export async function countDesk(ctx: UseCaseContext): Promise<Result<DeskCounts>> {
  const desk = deskReach(ctx)
  if (!desk.ok) return desk
  const { reach } = desk
  const asked = await askDesk(ctx, reach.courtId, ({ today }) => ({
    figures: readFigures({ reach, today, soonDays, countMax }),
  }))
  const [figures] = asked?.answers.figures ?? []
  if (!figures) return notFound()
  return accepted({
    mine: bounded(figures.mine),
    over: bounded(figures.over),
    today: bounded(figures.today),
    soon: bounded(figures.soon),
    openQuestions: bounded(figures.openQuestions),
    tasks: bounded(figures.tasks),
    byState: figures.byState.map(({ state, title, count }) => ({
      state,
      title: wordsOf(title),
      count: bounded(count),
    })),
    unreadNotices: bounded(figures.unreadNotices),
  })
}

const bounded = (count: number): BoundedCount => ({ count: Math.min(count, countMax), isMore: count > countMax })
