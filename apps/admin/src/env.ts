import { keysText, keyText, readEnvironment, secretsText } from '@court/adapters/environment/read-environment'
import { telemetryVariables } from '@court/adapters/telemetry/telemetry-environment'
import { z } from 'zod'

/** Everything this app reads from its environment; `.env.example` says what each is. Empty counts as not set. */
export const envSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  WEB_ORIGIN: z.url().default('http://localhost:3000'),
  ADMIN_ORIGIN: z.url().default('http://localhost:3001'),
  WORKER_ORIGIN: z.url().default('http://localhost:3003'),
  WORKER_METRICS_URL: z.url().default('http://localhost:3013/metrics'),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  DATABASE_URL_ADMIN: z.url(),
  DATABASE_POOL_MAX: z.coerce.number().int().min(1).max(200).default(10),
  SESSION_SECRET_ADMIN: secretsText,
  FIELD_ENCRYPTION_KEY: keysText,
  BLIND_INDEX_KEY: keyText,
  ONE_TIME_CODE_KEY: keyText,
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
  readEnvironment(envSchema, environment)
