import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const module = fileURLToPath(new URL('process-log.ts', import.meta.url))

/** What a process of its own writes when it runs `code` with a log. */
function linesOf(code: string): string[] {
  const program = `import { createProcessLog } from ${JSON.stringify(module)}
const log = createProcessLog({ app: 'test', level: 'info' })
${code}`
  const written = execFileSync(process.execPath, ['--input-type=module-typescript', '-e', program], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return written.trimEnd().split('\n')
}

test('whatever stands in a field, a call is one line, and no line can be forged', () => {
  const evil = 'x\r\n{"level":"fatal","msg":"forged"}\u2028\u0000\u001b[31m'
  const lines = linesOf(
    `log.info({ requestId: ${JSON.stringify(evil)}, path: ${JSON.stringify(evil)} }, ${JSON.stringify(evil)})`,
  )
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', app: 'test', requestId: evil })
})

test('words of a person are taken out, at whatever depth they are given', () => {
  const person = {
    name: '钱不现',
    phone: '13800138000',
    idNumber: '330212199001011234',
    password: 'three birds',
    cookie: 'abc',
    token: 't0k',
  }
  const [line = ''] = linesOf(
    `log.info({ ...${JSON.stringify(person)}, one: ${JSON.stringify(person)}, two: { three: ${JSON.stringify(person)} } }, 'x')`,
  )
  for (const word of Object.values(person)) expect(line).not.toContain(word)
})

test('an error of the database does not quote the row', () => {
  const [line = ''] = linesOf(`class PrismaClientKnownRequestError extends Error { code = '23505' }
log.error({ error: new PrismaClientKnownRequestError('Key (phone)=(13800138000) already exists') }, 'x')`)
  expect(line).not.toContain('13800138000')
  expect(JSON.parse(line)).toMatchObject({ error: { sqlState: '23505' } })
})
