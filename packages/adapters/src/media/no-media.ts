import type { MediaPort } from '@court/usecases/ports/media'

const refuse = (): Promise<never> =>
  Promise.reject(new Error('no media server is configured: set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET'))

/** For a court without a media server: it says so, and nobody is let into a room. */
export const noMedia: MediaPort = {
  state: () => Promise.resolve({ state: 'not-configured' }),
  openRoom: refuse,
  closeRoom: refuse,
  issueToken: refuse,
  setSpeaking: refuse,
  remove: refuse,
  listPresent: refuse,
  signal: refuse,
  // Nobody could have signed it.
  readEvent: () => Promise.resolve(null),
}
