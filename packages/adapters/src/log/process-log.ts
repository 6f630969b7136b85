import { pino, type Logger } from 'pino'

export type ProcessLog = Logger

/** JSON lines on standard output: ids, codes and counts. Whatever could be a person's own words is taken out, also from whole objects. */
export function createProcessLog({ app, level }: { app: string; level: string }): ProcessLog {
  return pino({
    level,
    base: { app },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { error: describe },
    redact: { paths: privatePaths, censor: '[removed]' },
  })
}

const privateNames = 'name phone email address idNumber password code token cookie authorization body text'.split(' ')
const privatePaths = privateNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])

/** Which fault, and where. The message of a database error may quote a row, so it is left out. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return { kind: typeof error }
  const isOfPrisma = error.constructor.name.startsWith('PrismaClient')
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
  return {
    type: error.constructor.name,
    ...(code ? { sqlState: code } : {}),
    ...(isOfPrisma ? {} : { message: error.message }),
    frames,
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  }
}
