import { courtAtWork } from '@court/testkit/court-at-work'
import type { TestDatabase } from '@court/testkit/database'
import { must, prepareDraft, someSignature } from '@court/testkit/filings'
import { photograph } from '@court/testkit/photograph'
import type { TestPorts } from '@court/testkit/ports'
import { addUpload } from '@court/usecases/uploads/add-upload'
import type { PersonActor, StaffActor } from '@court/usecases/actor'
import { buildCases, caseNames, readers } from './cases.ts'
import { buildHearings } from './hearings.ts'
import { buildPeople, personNames, type ActorName } from './people.ts'

export type World = Awaited<ReturnType<typeof buildWorld>>

/** Two courts at work, a superior and the supreme one; people and staff of every kind; cases, drafts, files and notices of theirs. */
export async function buildWorld(database: TestDatabase, ports: TestPorts) {
  const scene = await courtAtWork(database, ports)
  const { people, courts } = await buildPeople(scene)
  const cases = await buildCases(scene, ports, people)
  const hearings = await buildHearings(scene, people, cases)
  const { all, as } = scene

  const filer = as(people.persons.plaintiff)
  const ready = await prepareDraft({
    ctx: filer,
    ports,
    courtSlug: scene.court.slug,
    answers: { grounds: draftMarks.ready },
  })
  const foreigner = as(people.persons['foreign-party'])
  const begun = await prepareDraft({
    ctx: foreigner,
    ports,
    courtSlug: scene.elsewhere.slug,
    answers: { grounds: draftMarks.foreign },
    materials: ['complaint'],
  })
  const submitted = await all.draft.findFirstOrThrow({ where: { submittedCaseId: cases.own.caseId } })
  const drafts = { ready, foreign: begun, submitted: { draftId: submitted.id, version: submitted.version } }

  const page = await photograph({ text: '附件', seed: 77 })
  const uploadFor = async (
    who: PersonActor | StaffActor,
    name: 'own' | 'sealed' | 'foreign' | 'other',
    mark: string,
  ) => {
    const ownerId = who.kind === 'person' ? `person:${who.personId}` : `staff:${who.staffId}`
    const uploadId = await ports.upload({ ownerId, name: 'a.jpg', body: page })
    const { courtId, caseId } = cases[name]
    const target = { kind: 'case' as const, courtId, caseId }
    const added = must(
      await addUpload(as(who), { target, uploadId, fileName: `${mark}.jpg`, type: 'evidence', materialId: null }),
    )
    return { target, materialId: added.materialId, fileId: added.materials[0]?.files[0]?.id ?? '' }
  }
  const uploads = {
    plaintiff: await uploadFor(people.persons.plaintiff, 'own', uploadMarks.plaintiff),
    'court-clerk': await uploadFor(people.staff['court-clerk'], 'own', uploadMarks['court-clerk']),
    'sealed-judge': await uploadFor(people.staff['sealed-judge'], 'sealed', uploadMarks['sealed-judge']),
    'foreign-party': await uploadFor(people.persons['foreign-party'], 'foreign', uploadMarks['foreign-party']),
  }
  const closedCourt = await all.court.create({
    data: {
      slug: 'closed-court',
      nameZh: '已撤销人民法院',
      nameEn: 'Closed Court',
      level: 'basic',
      zone: 'Asia/Shanghai',
      status: 'closed',
    },
  })
  await all.unit.createMany({
    data: (['own', 'foreign', 'high', 'supreme'] as const).map((place) => ({
      courtId: courts[place].id,
      kind: 'division',
      nameZh: `庭室${place}`,
      nameEn: `Unit ${place}`,
    })),
  })
  return {
    ...scene,
    database,
    people,
    courts,
    cases,
    hearings,
    drafts,
    uploads,
    page,
    closedCourt,
    signature: someSignature,
  }
}

export const draftMarks = { ready: '草稿密记之一：被告借款未还。', foreign: '草稿密记之二：被告欠款未付。' }
export const uploadMarks = {
  plaintiff: '附件密记甲',
  'court-clerk': '附件密记乙',
  'sealed-judge': '附件密记丙',
  'foreign-party': '附件密记丁',
}

/** What an answer may hold for somebody: everything secret that is not theirs to see. */
export function secretsFrom(world: World, reader: ActorName): string[] {
  const ofCases = caseNames.flatMap((name) => (readers[name].includes(reader) ? [] : world.cases[name].marks))
  const ofPeople = personNames.flatMap((name) => (name === reader ? [] : world.people[name].secrets))
  const ofDrafts = [
    ...(reader === 'plaintiff' ? [] : [draftMarks.ready]),
    ...(reader === 'foreign-party' ? [] : [draftMarks.foreign]),
  ]
  const ofUploads = Object.entries(uploadMarks).flatMap(([owner, mark]) => (owner === reader ? [] : [mark]))
  return [...ofCases, ...ofPeople, ...ofDrafts, ...ofUploads]
}

export const actorNames = (world: Pick<World, 'people'>): ActorName[] =>
  Object.keys(world.people).filter((name): name is ActorName => name !== 'persons' && name !== 'staff')
