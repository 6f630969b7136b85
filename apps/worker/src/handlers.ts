import type { Handlers, JobRun } from '@court/jobs/work-queues'
import { deliverLoginCode } from '@court/usecases/accounts/deliver-login-code'
import { sweepAccounts } from '@court/usecases/accounts/sweep-accounts'
import { sealAudit } from '@court/usecases/audit-log/seal-audit'
import { linkPerson } from '@court/usecases/case/link-person'
import { expireClock } from '@court/usecases/clocks/expire-clock'
import { remindClock } from '@court/usecases/clocks/remind-clock'
import { sweepClocks } from '@court/usecases/clocks/sweep-clocks'
import { applyHearing } from '@court/usecases/hearings/apply-hearing'
import { handleMediaEvent } from '@court/usecases/hearings/handle-media-event'
import { deliverNotice } from '@court/usecases/notices/deliver-notice'
import { outboxKeyOf } from '@court/usecases/outbox/outbox-key'
import { settleOwed } from '@court/usecases/outbox/settle-owed'
import type { SendResult } from '@court/usecases/ports/sending'
import { sweepUploads } from '@court/usecases/uploads/sweep-uploads'
import type { WorkerServices } from './services.ts'

type Needs = Pick<WorkerServices, 'contextFor'> & {
  env: Pick<WorkerServices['env'], 'WEB_ORIGIN'>
  log: { info(fields: Record<string, unknown>, message: string): void }
}

/**
 * One line per job: call its use case, then say that nothing is owed any more. A job that may run again runs again when its process dies
 * in between; every use case here gives the same result twice.
 */
export function createHandlers({ env, contextFor, log }: Needs): Handlers {
  const settle = async (run: JobRun) => {
    if (run.outboxId) await settleOwed(contextFor('relay'), outboxKeyOf(run.outboxId))
  }
  return {
    async 'deliver-notice'(payload, run) {
      mustBeOver(await deliverNotice(contextFor('deliver-notice'), { ...payload, siteUrl: env.WEB_ORIGIN }))
      await settle(run)
    },
    async 'deliver-login-code'(payload, run) {
      mustBeOver(await deliverLoginCode(contextFor('deliver-login-code'), payload))
      await settle(run)
    },
    async 'remind-clock'(payload, run) {
      mustBeDue(await remindClock(contextFor('remind-clock'), payload))
      await settle(run)
    },
    async 'expire-clock'(payload, run) {
      const expired = await expireClock(contextFor('expire-clock'), payload)
      if (!expired.ok) throw new Error(`the end of a clock was refused: ${expired.ruleId}`)
      mustBeDue(expired.value)
      await settle(run)
    },
    async 'link-person'(payload, run) {
      await linkPerson(contextFor('link-person'), payload)
      await settle(run)
    },
    async 'handle-media-event'(payload, run) {
      await handleMediaEvent(contextFor('handle-media-event'), payload)
      await settle(run)
    },
    async 'apply-hearing'(payload, run) {
      await applyHearing(contextFor('apply-hearing'), payload)
      await settle(run)
    },
    async 'sweep-clocks'() {
      const { reminders, expiries } = await sweepClocks(contextFor('sweep-clocks'))
      if (reminders + expiries > 0) log.info({ reminders, expiries }, 'clocks have come')
    },
    async 'sweep-uploads'() {
      log.info(await sweepUploads(contextFor('sweep-uploads')), 'what nobody wants was swept away')
    },
    async 'sweep-accounts'() {
      log.info(await sweepAccounts(contextFor('sweep-accounts')), 'what accounts no longer need was swept away')
    },
    async 'seal-audit'() {
      log.info(await sealAudit(contextFor('seal-audit')), 'the audits were sealed')
    },
  }
}

/** A deadline that was owed early must not be lost with the job: it comes back until its time has come. */
function mustBeDue(what: string) {
  if (what === 'too-early') throw new Error('its time has not come by the clock of this machine')
}

/** What the provider did not take is tried again; what it refuses for good, or may have taken, is over and stands in its row. */
function mustBeOver(sent: SendResult | { outcome: 'not-needed' }) {
  if (sent.outcome === 'unavailable') throw new Error(`${sent.outcome}: ${sent.detail}`)
}
