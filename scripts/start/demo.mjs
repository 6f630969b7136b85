import { existsSync, readFileSync } from 'node:fs'

// The addresses and the sign-ins that the seed wrote down.
export function describeReady({ addresses, demoFile, logsDir }) {
  const lines = ['', 'Ready.', '']
  for (const [title, address] of addresses) lines.push(`  ${title.padEnd(28)}${address}`)
  const signIns = readSignIns(demoFile)
  if (signIns.length > 0) {
    lines.push('', 'Demo sign-ins (codes sent by phone or mail appear in the catcher)', '')
    for (const signIn of signIns) lines.push(`  ${describeSignIn(signIn)}`)
  }
  lines.push('', `Logs: ${logsDir}   Stop: Ctrl-C`, '')
  return lines.join('\n')
}

function describeSignIn({ at, who, account, password, totpSecret, note }) {
  const parts = [
    `${at.padEnd(6)}${who}`,
    account,
    password && `password ${password}`,
    totpSecret && `code: node scripts/totp.mjs ${totpSecret}`,
    note,
  ]
  return parts.filter(Boolean).join('  ·  ')
}

function readSignIns(file) {
  if (!existsSync(file)) return []
  try {
    return JSON.parse(readFileSync(file, 'utf8')).signIns ?? []
  } catch {
    return []
  }
}
