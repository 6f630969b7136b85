export type TemporaryPostgres = { url: string; port: number; pid: number; stop(): Promise<void> }

/** Own folder, free port, removed when stopped; no durability unless `settings` asks for it. */
export function startTemporaryPostgres(options?: {
  root?: string
  settings?: Record<string, string>
}): Promise<TemporaryPostgres>
