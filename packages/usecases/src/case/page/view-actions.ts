import { nextSteps, type NextStep } from '@court/procedure/docket/next'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import type { OpenCase } from '../open-case.ts'
import { isOnHearingPage } from '../own-doors.ts'
import type { ActionView } from './case-page-types.ts'
import { roleView } from './role-view.ts'

/** What this actor may do in the present state; where a rule stands against it, which one and why. */
export function actionViews({ entries, code, acting, now }: OpenCase): ActionView[] {
  return nextSteps(entries, code, acting, now)
    .filter(({ action }) => !isOnHearingPage(action))
    .map((step) => actionView(step, code))
}

export function actionView(step: NextStep, code: ResolvedCode): ActionView {
  return {
    action: step.action,
    title: step.title,
    by: step.by.map((role) => roleView(code, role)),
    references: step.references,
    allowed: step.allowed,
    hasForm: step.form !== undefined,
    isDangerous: step.danger === true,
    confirm: step.confirm ?? null,
    page: step.page ?? null,
    due: step.due ?? null,
    clockKey: step.clockKey ?? null,
    order: step.order,
  }
}
