/** The pages of a hearing on which one is seen and heard: the party's door with its test, and the rooms. No other page may open a microphone. */
export const microphonePages = [
  '/my/:court/:caseId/hearings/:hearingId/:path*',
  '/desk/cases/:caseId/hearings/:hearingId/room',
] as const

const room = /^\/(my\/[^/]+\/[^/]+|desk\/cases\/[^/]+)\/hearings\/[^/]+\/room$/

/** Where the page of this path may connect besides the site itself: the media server, from a room, and from nowhere else. */
export function mediaAddresses(path: string, mediaUrl: string | null): string[] {
  if (!mediaUrl || !room.test(path)) return []
  const { origin, protocol, host } = new URL(mediaUrl)
  const web = protocol === 'wss:' ? `https://${host}` : `http://${host}`
  // The browser opens a socket, and asks over http why a socket was refused.
  return [origin === 'null' ? `${protocol}//${host}` : origin, web]
}
