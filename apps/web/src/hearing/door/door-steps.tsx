import { TaskList, type Task } from '@court/ui/task-list'
import { formatTime } from '@court/ui/words/dates'
import type { HearingView } from '@court/usecases/hearings/hearing-types'
import { readPreferences } from '@court/site/preferences'
import { getTranslations } from 'next-intl/server'
import { hearingPath } from '../hearing-path.ts'
import { placeOf } from '../place-of.ts'

// What is to prepare, what is done; every step can be opened again until the session begins.
export async function DoorSteps({ view }: { view: HearingView }) {
  const [t, { locale }] = await Promise.all([getTranslations('hearing'), readPreferences()])
  const me = view.seats.find((seat) => seat.isMe)
  if (!me || view.viewer.before === 'over') return null
  const place = placeOf(view)
  const may = view.viewer.may
  const isOnline = me.mode === 'online'
  const isModeDone = isOnline ? me.consent === 'given' : view.viewer.before !== 'choose-mode'
  const state = (isDone: boolean, isNeeded = true): Pick<Task, 'state' | 'stateLabel'> =>
    isDone
      ? { state: 'done', stateLabel: t('doorPage.state.done') }
      : isNeeded
        ? { state: 'todo', stateLabel: t('doorPage.state.todo') }
        : { state: 'blocked', stateLabel: t('doorPage.state.notNeeded') }
  const opens = formatTime({ instant: view.doorOpensAt.toISOString(), locale, timeZone: view.court.zone })
  const tasks: Task[] = [
    {
      id: 'step-mode',
      title: t('doorPage.step.mode'),
      hint: isModeDone ? t(`modes.${me.mode}`) : t('doorPage.hint.mode'),
      href: may.includes('choose-mode') ? hearingPath('party', place, '/mode') : undefined,
      ...state(isModeDone),
    },
    {
      id: 'step-devices',
      title: t('doorPage.step.devices'),
      hint: t('doorPage.hint.devices'),
      href: may.includes('test-devices') ? hearingPath('party', place, '/devices') : undefined,
      ...state(me.devicesTestedAt !== null, isOnline),
    },
    {
      id: 'step-duties',
      title: t('doorPage.step.duties'),
      hint: t('doorPage.hint.duties'),
      href: may.includes('confirm-duties') || me.dutiesConfirmedAt ? hearingPath('party', place, '/duties') : undefined,
      ...state(me.dutiesConfirmedAt !== null),
    },
    {
      id: 'step-wait',
      title: t('doorPage.step.wait'),
      hint: t('doorPage.hint.wait', {
        n: Math.round((view.hearing.startsAt.getTime() - view.doorOpensAt.getTime()) / 60_000),
        time: opens,
      }),
      state: me.admittedAt ? 'done' : view.nowAt >= view.doorOpensAt ? 'todo' : 'blocked',
      stateLabel: me.admittedAt
        ? t('doorPage.state.done')
        : view.nowAt >= view.doorOpensAt
          ? t('doorPage.state.now')
          : t('doorPage.state.later'),
    },
  ]
  return (
    <section aria-label={t('doorPage.lead')} className="min-w-0">
      <p className="mb-2 text-muted">{t('doorPage.lead')}</p>
      <TaskList tasks={isOnline ? tasks : tasks.filter(({ id }) => id !== 'step-devices' && id !== 'step-wait')} />
    </section>
  )
}
