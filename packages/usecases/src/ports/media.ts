/**
 * The media server of the hearing rooms. A room belongs to one hearing, an identity to one seat on its roll; neither name says anything
 * about a person. Rights are the server's: what a grant does not allow is refused there, whatever a page asks for.
 */
export type MediaPort = {
  /** `ready`: it answers. `address` is where browsers connect (ws: or wss:). */
  state(): Promise<MediaState>
  openRoom(input: { room: string; emptySeconds: number; participantsMax: number }): Promise<void>
  closeRoom(room: string): Promise<void>
  /** Signed here without asking the server; lives `seconds` (at most 600). `ticket` comes back with the event of joining. */
  issueToken(input: MediaTicket): Promise<string>
  /** Takes effect at once for who is in the room; nobody there is no error. */
  setSpeaking(input: { room: string; identity: string; maySpeak: boolean }): Promise<void>
  remove(input: { room: string; identity: string }): Promise<void>
  listPresent(room: string): Promise<MediaPresent[]>
  /** Tells every page in the room that what the court knows of the hearing has changed; they read it anew. */
  signal(input: { room: string; revision: number }): Promise<void>
  /** What the server reports. `null` when the signature does not fit the body byte for byte, or is out of date. */
  readEvent(input: { body: string; authorization: string | null }): Promise<MediaEvent | null>
}

export type MediaState =
  { state: 'ready'; address: string } | { state: 'unreachable'; address: string } | { state: 'not-configured' }

export type MediaTicket = {
  room: string
  identity: string
  ticket: string
  seconds: number
  /** May send sound and picture. Everybody on the roll may see and hear. */
  maySpeak: boolean
  /** Sees all and is seen by nobody: the recorder. */
  isRecorder?: boolean
}

export type MediaPresent = {
  identity: string
  ticket: string | null
  maySpeak: boolean
  tracks: { id: string; kind: 'audio' | 'video'; source: 'camera' | 'microphone' | 'other'; isMuted: boolean }[]
}

/** `id` is the server's and the same for every repetition. `kind` as the server names it: room_started, participant_joined, … */
export type MediaEvent = {
  id: string
  kind: string
  room: string
  at: Date
  identity: string | null
  ticket: string | null
  /** The server's own name of this one presence: the same from joining to leaving, another one when somebody comes again. */
  session: string | null
  track: { id: string; kind: 'audio' | 'video'; source: string } | null
}
