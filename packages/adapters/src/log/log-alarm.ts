import { channel } from 'node:diagnostics_channel'
import type { AlarmPort } from '@court/usecases/ports/alarm'
import type { ProcessLog } from './process-log.ts'

const raised = channel('tongheng.alarm')

/** Alarms go to the log as errors and are counted, so that the monitor calls somebody. */
export const createLogAlarm = (log: ProcessLog): AlarmPort => ({
  raise: (alarm) => {
    raised.publish({ kind: alarm.kind })
    log.error({ alarm }, 'somebody must look at this')
  },
})
