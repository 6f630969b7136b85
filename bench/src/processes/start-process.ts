import { fork } from 'node:child_process'

export type BenchProcess = {
  ask(request: unknown): Promise<unknown>
  /** Milliseconds of processor time it has taken since it began. */
  cpuMs(): Promise<number>
  stop(): void
}

/** A server or a generator of load in a process of its own; `settings` reach it as JSON in BENCH_SETTINGS. */
export async function startProcess(file: string, settings: unknown = {}): Promise<BenchProcess> {
  const child = fork(file, {
    env: { ...process.env, NODE_ENV: 'production', BENCH_SETTINGS: JSON.stringify(settings) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const open = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let asked = 0
  const answered = (id: number) =>
    new Promise<unknown>((resolve, reject) => {
      open.set(id, { resolve, reject })
    })
  child.on('message', (message: { id: number; value?: unknown; error?: string }) => {
    const waiting = open.get(message.id)
    open.delete(message.id)
    if (message.error === undefined) waiting?.resolve(message.value)
    else waiting?.reject(new Error(message.error))
  })
  child.on('exit', (code) => {
    for (const { reject } of open.values()) reject(new Error(`${file} ended with ${code}`))
    open.clear()
  })
  await answered(0)
  const ask = (request: unknown) => {
    asked += 1
    const answer = answered(asked)
    child.send({ id: asked, request })
    return answer
  }
  return { ask, cpuMs: async () => Number(await ask('cpu')), stop: () => void child.kill() }
}

export const settingsOf = <T>(): T => JSON.parse(process.env['BENCH_SETTINGS'] ?? '{}') as T
