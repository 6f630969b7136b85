// The six digits that a demo sign-in asks for now: node scripts/totp.mjs SECRET
import { TOTP } from 'otpauth'

const [secret] = process.argv.slice(2)
if (!secret) {
  console.error('Usage: node scripts/totp.mjs SECRET')
  process.exit(2)
}
console.log(new TOTP({ secret }).generate())
