import type { FiledCase } from '@court/testkit/court-at-work'
import { fileCase, goodAnswers, must, ownPlaintiff, someDefendant } from '@court/testkit/filings'
import { residentNumber } from '@court/testkit/resident-number'
import type { TestPorts } from '@court/testkit/ports'
import type { ActorName, People, PersonName, Scene, StaffName } from './people.ts'

/** Cases of the world: one in every state of the code, one of other people, one sealed, one of another court. */
export const stateCases = {
  filed: 'filed',
  returned: 'returned',
  own: 'accepted',
  stayed: 'stayed',
  refused: 'refused',
  'sent-back': 'sent-back',
  'taken-back': 'taken-back',
  withdrawn: 'withdrawn',
  closed: 'closed',
} as const
export type StateCase = keyof typeof stateCases
export const caseNames = [...(Object.keys(stateCases) as StateCase[]), 'other', 'sealed', 'foreign'] as const
export type CaseName = StateCase | 'other' | 'sealed' | 'foreign'

const wholeCourt: ActorName[] = ['filing-clerk', 'filing-judge', 'filing-chief', 'court-clerk', 'president']
const judges: ActorName[] = ['judge', 'other-judge', 'sealed-judge']
// Before docketing the filer alone; no judge has it yet, so every judge of the court does.
const beforeDocketing: ActorName[] = ['plaintiff', 'agent', ...wholeCourt, ...judges]
const docketed: ActorName[] = ['plaintiff', 'defendant', 'agent', 'judge', ...wholeCourt]

/** Who may read which case. This table is what the matrix is measured by; nobody else learns that the case is there. */
export const readers: Record<CaseName, readonly ActorName[]> = {
  filed: beforeDocketing,
  returned: beforeDocketing,
  refused: beforeDocketing,
  'sent-back': beforeDocketing,
  'taken-back': beforeDocketing,
  own: docketed,
  stayed: docketed,
  withdrawn: docketed,
  closed: docketed,
  other: ['other-party', 'other-judge', ...wholeCourt],
  sealed: ['sealed-party', 'sealed-judge'],
  foreign: [
    'foreign-party',
    'foreign-filing-clerk',
    'foreign-filing-judge',
    'foreign-filing-chief',
    'foreign-court-clerk',
    'foreign-judge',
    'foreign-president',
  ],
}

/** The roles that an actor has in a case, in the words of the code. */
export function rolesIn(caseName: CaseName, who: { name: string; roles: readonly string[] }): readonly string[] {
  if (!readers[caseName].includes(who.name as ActorName)) return []
  if (who.name === 'agent') return ['agent', 'plaintiff']
  if (who.name === 'defendant') return ['defendant']
  return who.roles.length > 0 ? who.roles : ['plaintiff']
}

export type WorldCase = FiledCase & {
  name: CaseName
  courtId: string
  /** What stands in this case and nowhere else. */
  marks: string[]
  materialId: string
  headSeq: number
  parties: { plaintiff: string; defendant: string }
}

const start = '2026-03-02T01:00:00.000Z'

export async function buildCases(scene: Scene, ports: TestPorts, people: People) {
  const { all, as, act, clock } = scene
  const staff = (name: StaffName) => as(people.staff[name])
  const person = (name: PersonName) => as(people.persons[name])
  const courtOf = (name: CaseName) => (name === 'foreign' ? scene.elsewhere : scene.court)
  const filed = {} as Record<CaseName, FiledCase>

  const file = async (name: CaseName, by: PersonName, against: PersonName | null) => {
    const own = await ownPlaintiff(person(by))
    const [plaintiff] = goodAnswers(own).parties as [object]
    const idNumber = (against && people.persons[against].idNumber) ?? residentNumber({ birthDay: '19850512' })
    const [first, ...others] = goodAnswers(own).claims as [object, ...object[]]
    const answers = {
      parties: [plaintiff, someDefendant({ idNumber, name: against ? '乙被告' : `对方${nameMark(name)}` })],
      claims: [{ ...first, text: `判令被告归还借款五万元${markOf(name)}` }, ...others],
    } as never
    const one = await fileCase({
      ctx: person(by),
      ports,
      courtSlug: courtOf(name).slug,
      answers,
      materials: materialsOf(name),
    })
    filed[name] = { courtSlug: one.courtSlug, caseId: one.caseId }
    return filed[name]
  }
  const accept = async (name: CaseName, judge: StaffName) => {
    await all.staffMember.updateMany({ where: { weight: { gt: 0 } }, data: { weight: 0 } })
    await all.staffMember.updateMany({ where: { id: people.staff[judge].staffId }, data: { weight: 100 } })
    const clerk = staff(name === 'foreign' ? 'foreign-filing-clerk' : 'filing-clerk')
    must(await act(clerk, filed[name], 'accept-filing', { procedure: 'summary', feeFen: 52_500 }))
  }
  const mine = async (name: StateCase, isDocketed = false) => {
    const one = await file(name, 'plaintiff', 'defendant')
    if (isDocketed) await accept(name, 'judge')
    return one
  }

  clock.set(start)
  const returning = { reasons: ['identity-unclear'], note: '', days: 7 }
  must(await act(staff('filing-judge'), await mine('sent-back'), 'return-filing', returning))
  clock.advance({ days: 10 })
  must(await act(staff('filing-judge'), filed['sent-back'], 'send-back', { note: '' }))
  const on = '2026-03-12'
  must(await act(staff('filing-judge'), await mine('returned'), 'return-filing', returning))
  await mine('filed')
  const refusing = { reasons: ['not-this-court'], note: '本院没有管辖权' }
  must(await act(staff('filing-judge'), await mine('refused'), 'refuse-filing', refusing))
  must(await act(person('plaintiff'), await mine('taken-back'), 'withdraw-filing', { ground: '已经和解' }))
  await mine('own', true)
  must(await act(staff('judge'), await mine('stayed', true), 'stay-case', { on, ground: 'heirs' }))
  must(await act(staff('judge'), await mine('withdrawn', true), 'allow-withdrawal', { ground: '双方已经和解' }))
  must(await act(staff('judge'), await mine('closed', true), 'close-case', { on, manner: 'mediation', note: '' }))
  await file('other', 'other-party', null)
  await accept('other', 'other-judge')
  await file('sealed', 'sealed-party', null)
  await accept('sealed', 'sealed-judge')
  await all.case.updateMany({ where: { id: filed.sealed.caseId }, data: { visibility: 'sealed' } })
  await file('foreign', 'foreign-party', null)
  await accept('foreign', 'foreign-judge')

  const cases = {} as Record<CaseName, WorldCase>
  for (const name of caseNames) {
    const { caseId } = filed[name]
    const parties = await all.party.findMany({ where: { caseId } })
    const idOf = (side: string) => parties.find((party) => party.side === side)?.id ?? ''
    cases[name] = {
      ...filed[name],
      name,
      courtId: courtOf(name).id,
      marks: [markOf(name), `对方${nameMark(name)}`, caseId],
      materialId: (await all.material.findFirstOrThrow({ where: { caseId }, orderBy: { id: 'asc' } })).id,
      headSeq: await scene.headOf(caseId),
      parties: { plaintiff: idOf('plaintiff'), defendant: idOf('defendant') },
    }
  }
  await arrangeAgents(scene, people, cases)
  return cases
}

/** The foreign court's code asks for a list of evidence too. */
const materialsOf = (name: CaseName) =>
  name === 'foreign' ? ['complaint', 'identity-document', 'evidence-list'] : ['complaint', 'identity-document']

const markOf = (name: CaseName) => `密记${nameMark(name)}`
const nameMark = (name: CaseName) => '子丑寅卯辰巳午未申酉戌亥'.charAt(caseNames.indexOf(name))

/** An agent in every case of the plaintiff; one who left `own`, and one whose mandate ran out there, of whom nobody has swept up yet. */
async function arrangeAgents({ all, clock }: Scene, people: People, cases: Record<CaseName, WorldCase>): Promise<void> {
  const stands = async (person: PersonName, one: WorldCase, validTo: string | null, toAt: Date | null) => {
    const { courtId, caseId } = one
    const { personId } = people.persons[person]
    const name = people.persons[person].name
    await all.representation.create({
      data: {
        courtId,
        caseId,
        partyId: one.parties.plaintiff,
        personId,
        kind: 'lawyer',
        name,
        powers: [],
        validFrom: '2026-01-01',
        validTo,
      },
    })
    await all.casePerson.create({ data: { courtId, caseId, personId, role: 'agent', toAt } })
    const { title, state, stateTitle } = await all.case.findUniqueOrThrow({
      where: { courtId_id: { courtId, id: caseId } },
    })
    const listed = { title, state, stateTitle: stateTitle as object, updatedAt: clock.now(), toAt }
    await all.personCase.create({ data: { courtId, caseId, personId, role: 'agent', ...listed } })
  }
  for (const name of Object.keys(stateCases) as StateCase[]) await stands('agent', cases[name], null, null)
  await stands('former-agent', cases.own, '2026-03-01', clock.now())
  await stands('expired-agent', cases.own, '2026-03-01', null)
}
