/** How long a session may rest before it ends by itself, in minutes: a desk in an open office is not a phone in a pocket. */
export const sessionIdleMinutesMax = { person: 7 * 24 * 60, staff: 30 } as const

/** The absolute end of a session, whatever is done in it, in hours. */
export const sessionHoursMax = { person: 14 * 24, staff: 12 } as const
