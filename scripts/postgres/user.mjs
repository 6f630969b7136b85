import { spawnSync } from 'node:child_process'

// PostgreSQL refuses to run as root. Root lends it the system user `postgres`, made when absent;
// everybody else runs it as themselves (null).
export function findServerUser() {
  if (process.getuid?.() !== 0) return null
  const found = lookUp('postgres') ?? create('postgres') ?? lookUp('nobody')
  if (!found) {
    throw new Error(
      'PostgreSQL does not run as root, and no user could be made for it. ' +
        'Run `useradd --system postgres`, or start as an ordinary user.',
    )
  }
  return found
}

function create(name) {
  const attempts = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]],
    ['adduser', ['--system', '--group', '--no-create-home', name]],
  ]
  for (const [command, args] of attempts) {
    if (spawnSync(command, args, { stdio: 'ignore' }).status === 0) return lookUp(name)
  }
  return null
}

function lookUp(name) {
  const ask = (flag) => spawnSync('id', [flag, name], { encoding: 'utf8' })
  const [uid, gid] = [ask('-u'), ask('-g')]
  if (uid.status !== 0 || gid.status !== 0) return null
  return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) }
}
