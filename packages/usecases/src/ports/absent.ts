import type { UseCasePorts } from '../context.ts'

const absent = (name: string) => (): never => {
  throw new Error(`this process has no ${name}: wire one where the context is built`)
}

/** For processes and tests that must not reach the outside world: whatever is used throws and names itself. */
export const absentPorts: UseCasePorts = {
  storage: { put: absent('storage'), open: absent('storage'), verify: absent('storage'), remove: absent('storage') },
  uploads: { take: absent('uploads'), remove: absent('uploads'), removeExpired: absent('uploads') },
  inspectFile: absent('file inspection'),
  scanner: { scan: absent('scanner') },
  mail: { send: absent('mail') },
  sms: { send: absent('SMS gateway') },
  media: {
    state: absent('media server'),
    openRoom: absent('media server'),
    closeRoom: absent('media server'),
    issueToken: absent('media server'),
    setSpeaking: absent('media server'),
    remove: absent('media server'),
    listPresent: absent('media server'),
    signal: absent('media server'),
    readEvent: absent('media server'),
  },
  alarm: { raise: absent('alarm') },
}
