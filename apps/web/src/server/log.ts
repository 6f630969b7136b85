import { pino, type Logger } from 'pino'
import { env } from '../env.ts'

/** Ids, codes and counts. Whatever could be a person's own words is taken out, also where somebody logs a whole object by mistake. */
export function createLog(app: string): Logger {
  return pino({
    level: env().LOG_LEVEL,
    base: { app },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { error: describe },
    redact: { paths: privatePaths, censor: '[removed]' },
  })
}

const privateNames = [
  'name',
  'phone',
  'email',
  'address',
  'idNumber',
  'password',
  'code',
  'token',
  'cookie',
  'authorization',
  'body',
  'text',
]
const privatePaths = privateNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])

/** Which fault, and where: the message of a database error may quote a row, so only its first line's kind is kept for those. */
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
