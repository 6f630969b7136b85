/**
 * A hearing has rows beside the docket, and its record is not typed into a form: these actions are done by the use cases of the hearing alone,
 * and none of them but the first stands among the steps of the case page.
 */
const ofHearings: ReadonlySet<string> = new Set([
  'schedule-hearing',
  'move-hearing',
  'cancel-hearing',
  'agree-hearing-online',
  'decline-hearing-online',
  'hold-hearing',
])

export const hasDoorOfItsOwn = (action: string): boolean => ofHearings.has(action)

/** Done on the page of one hearing, not on that of the case. */
export const isOnHearingPage = (action: string): boolean => ofHearings.has(action) && action !== 'schedule-hearing'
