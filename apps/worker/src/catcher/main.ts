import { readCatcherEnv } from './env.ts'
import { startCatcher } from './start-catcher.ts'

const env = readCatcherEnv(process.env)
const catcher = await startCatcher(env)
console.log(`catcher: page http://${env.host}:${catcher.pagePort}, SMTP on port ${catcher.smtpPort}`)

let isClosing = false
const stop = () => {
  if (isClosing) return
  isClosing = true
  void catcher.close().finally(() => process.exit(0))
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
