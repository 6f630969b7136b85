import { z } from 'zod'
import { envSchema as workerSchema } from '../env.ts'

/** The seed plays persons, staff, administrators and jobs, so it has the address of each of their roles. */
export const envSchema = workerSchema
  .pick({
    WEB_ORIGIN: true,
    FILES_DIR: true,
    FIELD_ENCRYPTION_KEY: true,
    BLIND_INDEX_KEY: true,
    ONE_TIME_CODE_KEY: true,
    LOG_LEVEL: true,
  })
  .extend({
    DATABASE_URL_PUBLIC: z.url(),
    DATABASE_URL_STAFF: z.url(),
    DATABASE_URL_ADMIN: z.url(),
    DATABASE_URL_WORKER: z.url(),
    /** Where the sign-ins of the demo are written for whoever started it. */
    DEMO_FILE: z.string(),
    /** How many cases to play. */
    DEMO_CASES: z.coerce.number().int().min(0).max(5_000).default(240),
  })

export type SeedEnv = z.output<typeof envSchema>

export function readSeedEnv(environment: NodeJS.ProcessEnv): SeedEnv {
  const read = envSchema.safeParse(Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')))
  if (read.success) return read.data
  throw new Error(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
}
