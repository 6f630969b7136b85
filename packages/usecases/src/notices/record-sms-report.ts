import type { UseCaseContext } from '../context.ts'
import type { SmsReport } from '../ports/sms.ts'

/**
 * What the gateway reports of a text message: it arrived, or it did not. A repeated report changes nothing; after `delivered` a late
 * `failed` is not believed. False for a message that is none of ours. Which court it was stands in the row alone, so this is work over all courts.
 */
export async function recordSmsReport(ctx: UseCaseContext, report: SmsReport): Promise<boolean> {
  const id = /^delivery-([0-9a-f-]{36})$/.exec(report.messageId)?.[1]
  if (id === undefined) return false
  return ctx.db.acrossCourts(async (tx) => {
    const row = await tx.delivery.findFirst({ where: { id, channel: 'sms' }, select: { courtId: true, state: true } })
    if (!row) return false
    const at = new Date(report.at)
    const data =
      report.state === 'delivered'
        ? { state: 'delivered', deliveredAt: at, failedAt: null, lastError: null }
        : {
            state: 'failed',
            failedAt: at,
            lastError: (report.detail ?? 'the gateway reports that it did not arrive').slice(0, 300),
          }
    await tx.delivery.updateMany({
      where: {
        courtId: row.courtId,
        id,
        state: { notIn: report.state === 'delivered' ? ['delivered'] : ['delivered', 'failed'] },
      },
      data: { ...data, updatedAt: ctx.now() },
    })
    return true
  })
}
