import type { Acting } from '../src/docket/acting.ts'
import { commitmentsOwed } from '../src/docket/commitments.ts'
import { decide } from '../src/docket/decide.ts'
import type { Decision } from '../src/docket/decide.ts'
import type { Entry, JsonObject } from '../src/docket/entry.ts'
import type { ResolvedCode } from '../src/code/resolved-code.ts'
import { codeOf } from './codes.ts'
import { noonOf } from './docket.ts'

export const person = (role: string, partyId: string, identityLevel = 1): Acting => ({
  ref: { kind: 'person', id: `person-of-${partyId}`, roles: [role] },
  identityLevel,
  partyId,
})

export const staff = (role: string): Acting => ({
  ref: { kind: 'staff', id: `the-${role}`, roles: [role] },
  identityLevel: 3,
})

export const plaintiff = person('plaintiff', 'p1')
export const clerk = staff('filing-clerk')
export const judge = staff('judge')
export const courtClerk = staff('court-clerk')

export const filing: JsonObject = {
  jurisdiction: 'defendant-domicile',
  cause: 'contract.loan.private',
  parties: [
    { id: 'p1', role: 'plaintiff', kind: 'person', name: '甲某', abroad: false, missing: false },
    { id: 'd1', role: 'defendant', kind: 'person', name: '乙某', abroad: false, missing: false },
  ],
  claims: [{ id: 'c1', kind: 'payment', text: '归还借款五万元', amountFen: 5_000_000 }],
  grounds: '被告借款到期未还，有借条和转账记录为证。',
  materials: [
    { id: 'm1', type: 'complaint', title: '起诉状', sha256: 'aa', pages: 2 },
    { id: 'm2', type: 'identity-document', title: '身份证', sha256: 'bb', pages: 1 },
  ],
  mediation: false,
  onlineConsent: true,
  eServiceConsent: true,
  serviceAddress: { recipient: '收件人', phone: 'invented', address: 'invented' },
  signature: { width: 300, height: 120, strokes: [[[1, 1, 0]]] },
}

export const accepting: JsonObject = { procedure: 'small-claims', feeFen: 52_500 }

type Act = { action: string; by: Acting; input?: JsonObject; on: string; code?: ResolvedCode }

/** Decides as a use case would: commits to personal data, allocates a number and a draw. */
export function act(entries: readonly Entry[], { action, by, input = {}, on, code = codeOf() }: Act): Decision {
  const owed = commitmentsOwed(code, action, input)
  return decide({
    entries,
    code,
    action,
    actor: by,
    input,
    now: noonOf(on),
    commitments: Object.fromEntries(Object.keys(owed).map((key) => [key, `commitment to ${key}`])),
    allocated: {
      caseNumber: { text: '（2025）浙0212民初1号', year: 2025, type: '民初', division: null, serial: 1 },
      draw: { judge: 'judge-a', seed: 'seed', rule: 'judge', weights: [] },
    },
  })
}

/** A docket on which these actions were done; each must be allowed. */
export function after(...acts: Act[]): Entry[] {
  return acts.reduce<Entry[]>((entries, one) => {
    const decision = act(entries, one)
    if (!decision.ok) throw new Error(`${one.action}: ${decision.ruleId} ${JSON.stringify(decision.fields ?? {})}`)
    return [...entries, ...decision.entries]
  }, [])
}

export const filed = (): Entry[] => after({ action: 'submit-filing', by: plaintiff, input: filing, on: '2025-03-03' })

export const accepted = (input: JsonObject = accepting): Entry[] =>
  after(
    { action: 'submit-filing', by: plaintiff, input: filing, on: '2025-03-03' },
    { action: 'accept-filing', by: clerk, input, on: '2025-03-04' },
  )
