/** Shared by all copies of this module in one process: the sites' bundles hold several. */
const held = globalThis as unknown as { [key: symbol]: boolean | undefined }
const key = Symbol.for('tongheng.draining')

/** The process was told to end: `/readyz` says no, so that nobody new is sent here, while what is under way is still answered. */
export const isDraining = (): boolean => held[key] === true

export function beginDraining(): void {
  held[key] = true
}

export function endDraining(): void {
  held[key] = false
}

type Enders = Pick<NodeJS.Process, 'listeners' | 'removeAllListeners' | 'on'>

/**
 * On SIGTERM, readiness goes off first and requests are served for `drainMs` more; then those who listened for the signal before (the
 * web server's own end, which finishes what is under way) get it. Call it after they have begun to listen.
 */
export function drainBeforeEnd(drainMs: number, onDrain: () => void = () => undefined, of: Enders = process): void {
  const enders = of.listeners('SIGTERM') as ((signal: NodeJS.Signals) => void)[]
  of.removeAllListeners('SIGTERM')
  of.on('SIGTERM', () => {
    if (isDraining()) return
    beginDraining()
    onDrain()
    setTimeout(() => {
      for (const end of enders) end('SIGTERM')
    }, drainMs)
  })
}
