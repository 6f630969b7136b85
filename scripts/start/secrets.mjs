import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const names = [
  'postgresPassword',
  'ownerPassword',
  'publicPassword',
  'staffPassword',
  'adminPassword',
  'workerPassword',
  'sessionSecretWeb',
  'sessionSecretAdmin',
  'fieldEncryptionKey',
  'blindIndexKey',
  'oneTimeCodeKey',
  'smsGatewaySecret',
  'mediaSecret',
]

// Random secrets of this clone, made once; a name that is new since then is added, none is ever changed.
export function keepSecrets(file) {
  const known = existsSync(file) ? parse(file) : {}
  const missing = names.filter((name) => !known[name])
  if (missing.length === 0) return known
  const secrets = { ...known }
  for (const name of missing) secrets[name] = randomBytes(32).toString('base64url')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return secrets
}

function parse(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new Error(
      `${file} is broken. Without it the data of this clone cannot be opened: begin anew with \`npm start -- --fresh\`.`,
      {
        cause,
      },
    )
  }
}
