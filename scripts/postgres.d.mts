export type TemporaryPostgres = { url: string; port: number; pid: number; stop(): Promise<void> }

/** Own folder, free port, removed when stopped; no durability unless `settings` asks for it. */
export function startTemporaryPostgres(options?: {
  root?: string
  settings?: Record<string, string>
}): Promise<TemporaryPostgres>

/** Where the programs and the data stand, and under whom they run when root starts them. */
export type Place = {
  user: { name: string; uid: number; gid: number } | null
  native: string
  data: string
  isOutside: boolean
}

export const repositoryRoot: string
export function choosePlace(options: { root: string; wanted: string }): Place
export function isPortFree(port: number, host?: string): Promise<boolean>

/** Durable, on the port that is wanted or another that is free; what is in the folder is started, or made first. */
export function startPostgres(options: {
  place: Place
  port?: number
  password: string
  log?: string
  settings?: Record<string, string>
  host?: string
}): Promise<TemporaryPostgres>
