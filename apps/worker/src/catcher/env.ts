import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)

/** The catcher stands in for a mail server and an SMS gateway on a machine that has neither. */
const schema = z
  .object({
    HOST: z.string().default('127.0.0.1'),
    CATCHER_PORT: port.default(3002),
    CATCHER_SMTP_PORT: port.optional(),
    CATCHER_DIR: z.string().default('.data/catcher'),
    SMTP_URL: z.url().default('smtp://127.0.0.1:2525'),
    SMS_GATEWAY_SECRET: z.string().min(16),
    DEMO_FILE: z.string().optional(),
    WEB_ORIGIN: z.url().default('http://localhost:3000'),
    ADMIN_ORIGIN: z.url().default('http://localhost:3001'),
  })
  .transform((env) => ({
    host: env.HOST,
    pagePort: env.CATCHER_PORT,
    smtpPort: env.CATCHER_SMTP_PORT ?? Number(new URL(env.SMTP_URL).port || 2525),
    directory: env.CATCHER_DIR,
    smsSecret: env.SMS_GATEWAY_SECRET,
    demoFile: env.DEMO_FILE ?? null,
    origins: { web: env.WEB_ORIGIN, admin: env.ADMIN_ORIGIN },
  }))

export type CatcherEnv = z.output<typeof schema>

/** Empty values count as not set. */
export const readCatcherEnv = (environment: NodeJS.ProcessEnv): CatcherEnv =>
  schema.parse(Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')))
