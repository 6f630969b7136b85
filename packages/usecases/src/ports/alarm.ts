/** Tells whoever is on duty that something needs a person; ids and counts only. */
export type AlarmPort = { raise(alarm: { kind: string; facts: Record<string, string | number> }): void }
