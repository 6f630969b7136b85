export function findMediaServer(environment?: NodeJS.ProcessEnv): string | null
export const noMediaServer: string
export const builtMediaServer: string

export type RunningMediaServer = {
  /** `ws://127.0.0.1:PORT`, for servers and browsers alike. */
  url: string
  key: string
  secret: string
  logFile: string
  pid(): number
  /** Killed: nobody is told, and no room is remembered. */
  down(): Promise<void>
  up(): Promise<void>
  stop(): Promise<void>
}
export function startMediaServer(options: { program: string; webhookUrls?: string[] }): Promise<RunningMediaServer>
