import { keysText, keyText, readEnvironment, secretsText } from '@court/adapters/environment/read-environment'
import { hasMediaKeys, mediaKeysNeeded, mediaVariables } from '@court/adapters/media/media-environment'
import { telemetryVariables } from '@court/adapters/telemetry/telemetry-environment'
import { z } from 'zod'

/** Everything the worker reads from its environment; `.env.example` says what each is. */
export const envSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  HOST: z.string().default('127.0.0.1'),
  WORKER_PORT: z.coerce.number().int().min(0).max(65_535).default(3003),
  WEB_ORIGIN: z.url().default('http://localhost:3000'),
  ADMIN_ORIGIN: z.url().default('http://localhost:3001'),
  DATABASE_URL_WORKER: z.url(),
  DATABASE_POOL_MAX: z.coerce.number().int().min(1).max(200).default(10),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  FILES_DIR: z.string().default('.data/files'),
  SESSION_SECRET_ADMIN: secretsText,
  DATABASE_URL_ADMIN: z.url(),
  FIELD_ENCRYPTION_KEY: keysText,
  BLIND_INDEX_KEY: keyText,
  ONE_TIME_CODE_KEY: keyText,
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: z.string().min(3),
  SMS_GATEWAY_URL: z.url(),
  SMS_GATEWAY_SECRET: z.string().min(16),
  SMS_REPORT_URL: z.url().optional(),
  LIVEKIT_URL: mediaVariables.LIVEKIT_URL,
  LIVEKIT_PUBLIC_URL: mediaVariables.LIVEKIT_PUBLIC_URL,
  LIVEKIT_API_KEY: mediaVariables.LIVEKIT_API_KEY,
  LIVEKIT_API_SECRET: mediaVariables.LIVEKIT_API_SECRET,
  FFMPEG: z.string().default('ffmpeg'),
  RECORDING_SLICE_SECONDS: z.coerce.number().min(1).max(60).default(4),
  ...telemetryVariables,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error']).default('info'),
})

export type WorkerEnv = z.output<typeof envSchema>

export const readWorkerEnv = (environment: NodeJS.ProcessEnv): WorkerEnv =>
  readEnvironment(envSchema.refine(hasMediaKeys, mediaKeysNeeded), environment)
