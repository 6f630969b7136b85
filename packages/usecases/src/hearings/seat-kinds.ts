type Seat = { staffId: string | null; mode: string; consent: string | null }

/** The seat of a party or its agent, not of the court's own people. */
export const isParty = (seat: Pick<Seat, 'staffId'>): boolean => seat.staffId === null

/** Without consent to this stage a party's part is in the courtroom (article 4 of the online rules). */
export const isAtCourt = (seat: Seat): boolean =>
  isParty(seat) && (seat.mode === 'in-court' || seat.consent !== 'given')
