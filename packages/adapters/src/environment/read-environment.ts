import { z } from 'zod'

/** Parts separated by commas, one at the least. */
export const listText = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
  .pipe(z.tuple([z.string()], z.string()))

/** Newest first; older ones are read while one is replaced. */
export const secretsText = listText.refine(
  (all) => all.every((one) => one.length >= 32),
  'must have 32 characters or more each',
)

export const keyText = z
  .string()
  .transform((text) => Buffer.from(text, 'base64url'))
  .refine((bytes) => bytes.length >= 32, 'must be base64url of 32 bytes or more')

export const keysText = listText.pipe(z.tuple([keyText], keyText))

/** Empty counts as not set. Says which names are wrong and nothing of their values. */
export function readEnvironment<S extends z.ZodType>(
  schema: S,
  environment: Readonly<Record<string, string | undefined>>,
): z.output<S> {
  const read = schema.safeParse(Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')))
  if (read.success) return read.data
  const faults = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment is not complete (see .env.example):\n${faults.join('\n')}`)
}
