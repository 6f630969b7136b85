import { keysText, keyText, readEnvironment, secretsText } from '@court/adapters/environment/read-environment'
import { hasMediaKeys, mediaKeysNeeded, mediaVariables } from '@court/adapters/media/media-environment'
import { telemetryVariables } from '@court/adapters/telemetry/telemetry-environment'
import { z } from 'zod'

/** Everything this app reads from its environment; `.env.example` says what each is. Empty counts as not set. */
export const envSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  WEB_ORIGIN: z.url().default('http://localhost:3000'),
  ADMIN_ORIGIN: z.url().default('http://localhost:3001'),
  ZONE: z.enum(['public', 'court', 'all']).default('all'),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  DATABASE_URL_PUBLIC: z.url(),
  DATABASE_URL_STAFF: z.url().optional(),
  DATABASE_POOL_MAX: z.coerce.number().int().min(1).max(200).default(10),
  FILES_DIR: z.string().default('.data/files'),
  SESSION_SECRET_WEB: secretsText,
  FIELD_ENCRYPTION_KEY: keysText,
  BLIND_INDEX_KEY: keyText,
  ONE_TIME_CODE_KEY: keyText,
  CLAMAV_URL: z.url({ protocol: /^tcp$/ }).optional(),
  LIVEKIT_URL: mediaVariables.LIVEKIT_URL,
  LIVEKIT_PUBLIC_URL: mediaVariables.LIVEKIT_PUBLIC_URL,
  LIVEKIT_API_KEY: mediaVariables.LIVEKIT_API_KEY,
  LIVEKIT_API_SECRET: mediaVariables.LIVEKIT_API_SECRET,
  ...telemetryVariables,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error']).default('info'),
})

export type Env = z.output<typeof envSchema>

let known: Env | undefined

/** Read once, at the first use; says which names are wrong and nothing of their values. */
export function env(): Env {
  known ??= readEnv(process.env)
  return known
}

export const readEnv = (environment: Readonly<Record<string, string | undefined>>): Env =>
  readEnvironment(
    envSchema
      .refine(({ ZONE, DATABASE_URL_STAFF }) => ZONE === 'public' || DATABASE_URL_STAFF, {
        path: ['DATABASE_URL_STAFF'],
        message: 'is needed unless ZONE=public',
      })
      .refine(hasMediaKeys, mediaKeysNeeded),
    environment,
  )
