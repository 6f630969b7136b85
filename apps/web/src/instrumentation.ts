// Next calls this once, before the first request.
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') (await import('@court/site/note-peer')).notePeers()
}
