import type { ActorRef } from './entry.ts'

/** Who acts, in the words of the procedure: roles such as plaintiff, agent, filing-clerk; never a name. */
export type Acting = {
  ref: ActorRef
  /** 0 nobody looked, 1 name and number checked, 2 face or documents seen, 3 seen in person. */
  identityLevel: number
  /** The party that acts, or for whom the agent acts. */
  partyId?: string | undefined
}
