import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

export function addressesOf({ options, environment }) {
  return {
    web: environment.seed.WEB_ORIGIN,
    admin: environment.seed.ADMIN_ORIGIN,
    catcher: `http://localhost:${options.ports.catcher}`,
    worker: `http://localhost:${options.ports.worker}`,
  }
}

// Written whole or not at all: who waits for the file may read it as soon as it is there.
export function writeReadyFile(file, { addresses, recordFile, demoFile }) {
  writeFileSync(`${file}.new`, JSON.stringify({ ...addresses, recordFile, signIns: readSignIns(demoFile) }))
  renameSync(`${file}.new`, file)
}

// The addresses and the sign-ins that the seed wrote down.
export function describeReady({ addresses, media, demoFile, logsDir }) {
  const lines = ['', 'Ready.', '']
  lines.push(`  Web 网上立案与办案          ${addresses.web}`)
  lines.push(`  Admin 管理                  ${addresses.admin}`)
  lines.push(`  Mails and text messages     ${addresses.catcher}`)
  if (media) lines.push(`  Media server of hearings    ${media}`)
  const signIns = readSignIns(demoFile)
  if (signIns.length > 0) {
    lines.push('', `Demo sign-ins; codes of phones and authenticators: ${addresses.catcher}/sign-ins`, '')
    for (const signIn of signIns) lines.push(`  ${describeSignIn(signIn)}`)
  }
  lines.push('', `Logs: ${logsDir}   Stop: Ctrl-C`, '')
  return lines.join('\n')
}

function describeSignIn({ at, who, account, password, note }) {
  const parts = [`${at.padEnd(6)}${who}`, account, password && `password ${password}`, note]
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
