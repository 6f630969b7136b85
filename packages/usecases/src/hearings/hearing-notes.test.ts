import { describe, expect, test } from 'vitest'
import { verifyChain } from '@court/procedure/docket/entry'
import { courtAtWork } from '@court/testkit/court-at-work'
import { createTestDatabase } from '@court/testkit/database'
import { hearingScene } from '@court/testkit/hearings'
import { createTestPorts } from '@court/testkit/ports'
import { newId } from '../new-id.ts'
import { answerNotes } from './answer-notes.ts'
import { closeHearing } from './close-hearing.ts'
import type { HearingPlace } from './hearing-types.ts'
import { canonicalNotes, notesHashOf } from './notes-hash.ts'
import { setStatus } from './set-status.ts'
import { showHearing } from './show-hearing.ts'
import { writeNotes } from './write-notes.ts'

const scene = await hearingScene(await courtAtWork(await createTestDatabase(), await createTestPorts()))
const { all, clock, must, clerk, judge, plaintiff, defendant, headOf } = scene
const start = '2026-03-02T01:00:00.000Z'
const day = '2026-03-05'
const text = '问：借款属实吗？\n答：属实。'

const sitting = () => {
  clock.set(start)
  return scene.inSession(day)
}
const reading = async () => {
  const place = await sitting()
  must(await writeNotes(clerk, { ...place, text, baseVersion: 0 }))
  must(await setStatus(judge, { ...place, status: 'reading' }))
  const { hash } = must(await showHearing(clerk, place)).notes
  return { place, notesHash: hash }
}
const confirmed = (place: HearingPlace, notesHash: string) => ({
  ...place,
  key: newId(),
  answer: 'confirmed' as const,
  notesHash,
  remark: '',
})

describe('writing', () => {
  test('everybody reads what the clerk types, and nobody else types', async () => {
    const place = await sitting()
    const written = must(await writeNotes(clerk, { ...place, text, baseVersion: 0 }))
    expect(written).toEqual({ version: 1, hash: notesHashOf(text) })
    for (const who of [plaintiff, defendant, judge])
      expect(must(await showHearing(who, place)).notes).toEqual({
        text,
        version: 1,
        hash: written.hash,
        isClosed: false,
      })
    for (const who of [plaintiff, judge])
      expect(await writeNotes(who, { ...place, text: '改', baseVersion: 1 })).toMatchObject({
        ruleId: 'hearing.write-notes',
      })
  })

  test('of two windows none overwrites the other: both texts are kept', async () => {
    const place = await sitting()
    must(await writeNotes(clerk, { ...place, text: '甲', baseVersion: 0 }))
    expect(await writeNotes(clerk, { ...place, text: '乙', baseVersion: 0 })).toMatchObject({
      kind: 'conflict',
      ruleId: 'hearing.notes-overtaken',
      facts: { version: 1 },
    })
    expect(await all.hearingNotesVersion.findMany({ where: { hearingId: place.hearingId } })).toMatchObject([
      { kind: 'conflict', text: '乙', version: 0 },
    ])
    expect(must(await showHearing(clerk, place)).notes.text).toBe('甲')
    expect(await writeNotes(clerk, { ...place, text: '丙', baseVersion: 9 })).toMatchObject({ kind: 'conflict' })
    // The same text again is no new version.
    expect(must(await writeNotes(clerk, { ...place, text: '甲', baseVersion: 0 }))).toMatchObject({ version: 1 })
  })

  test('the hash is that of the text, whatever the line ends and spaces of a browser', () => {
    expect(canonicalNotes(' 一\r\n二 \t\r三\n\n')).toBe('一\n二\n三')
    expect(notesHashOf('一\r\n二  ')).toBe(notesHashOf('一\n二'))
    expect(notesHashOf('一\n二')).not.toBe(notesHashOf('一二'))
  })

  test('closed notes change no more; going on makes the answers worthless', async () => {
    const { place, notesHash } = await reading()
    expect(await writeNotes(clerk, { ...place, text: '改', baseVersion: 1 })).toMatchObject({
      ruleId: 'hearing.write-notes',
    })
    must(await answerNotes(plaintiff, confirmed(place, notesHash)))
    must(await setStatus(judge, { ...place, status: 'open' }))
    must(await writeNotes(clerk, { ...place, text: `${text}\n（补记）`, baseVersion: 1 }))
    must(await setStatus(judge, { ...place, status: 'reading' }))
    const view = must(await showHearing(plaintiff, place))
    expect(view.seats.find(({ isMe }) => isMe)?.notesAnswer).toBeNull()
    expect(view.notes.hash).not.toBe(notesHash)
    expect(await answerNotes(plaintiff, confirmed(place, notesHash))).toMatchObject({ ruleId: 'hearing.notes-changed' })
  })

  test('empty notes are not given out to read', async () => {
    const place = await sitting()
    expect(await setStatus(judge, { ...place, status: 'reading' })).toMatchObject({ ruleId: 'hearing.notes-empty' })
  })
})

describe('answering', () => {
  test('each answers for themselves, once; the clerk notes a refusal and never a confirmation', async () => {
    const { place, notesHash } = await reading()
    const seatId = await scene.seatOf(place, 'defendant')
    const kinds = async () =>
      (
        await all.task.findMany({
          where: { caseId: place.caseId, status: 'open', kind: { startsWith: 'confirm-hearing-notes' } },
        })
      ).map(({ role }) => role)
    expect((await kinds()).sort()).toEqual(['defendant', 'plaintiff'])
    const view = must(await answerNotes(plaintiff, confirmed(place, notesHash)))
    expect(view.seats.find(({ isMe }) => isMe)?.notesAnswer).toBe('confirmed')
    expect(await kinds()).toEqual(['defendant'])
    expect(await answerNotes(plaintiff, { ...confirmed(place, notesHash), answer: 'refused' })).toMatchObject({
      ruleId: 'hearing.answer-notes',
    })
    expect(await answerNotes(plaintiff, { ...confirmed(place, notesHash), seatId })).toMatchObject({
      ruleId: 'hearing.answer-notes-for',
    })
    expect(await answerNotes(clerk, { ...confirmed(place, notesHash), seatId })).toMatchObject({ kind: 'not-allowed' })
    const noted = { ...confirmed(place, notesHash), answer: 'refused' as const, seatId }
    expect(await answerNotes(clerk, noted)).toMatchObject({ ruleId: 'hearing.noted-why' })
    must(await answerNotes(clerk, { ...noted, remark: '阅读后拒绝签名' }))
    expect(await answerNotes(clerk, { ...noted, remark: '再记' })).toMatchObject({ ruleId: 'hearing.notes-answered' })
  })
})

describe('the entry of the session', () => {
  test('is written when everybody has answered, with roll, notes and chain, and without a name', async () => {
    const { place, notesHash } = await reading()
    const close = async () => closeHearing(clerk, { ...place, key: newId(), headSeq: await headOf(place.caseId) })
    expect(await close()).toMatchObject({
      ruleId: 'hearing.notes-unanswered',
      reason: { zh: expect.stringContaining('张三') as string },
    })
    for (const who of [judge, clerk, plaintiff]) must(await answerNotes(who, confirmed(place, notesHash)))
    const seatId = await scene.seatOf(place, 'defendant')
    must(await answerNotes(clerk, { ...confirmed(place, notesHash), answer: 'refused', seatId, remark: '拒绝签名' }))
    expect(
      await closeHearing(plaintiff, { ...place, key: newId(), headSeq: await headOf(place.caseId) }),
    ).toMatchObject({ ruleId: 'hearing.close' })
    const input = { ...place, key: newId(), headSeq: await headOf(place.caseId) }
    const { headSeq } = must(await closeHearing(clerk, input))
    expect(must(await closeHearing(clerk, input)).headSeq).toBe(headSeq)
    const entry = await all.docketEntry.findFirstOrThrow({ where: { caseId: place.caseId, type: 'hearing-held' } })
    const body = entry.body as { data: Record<string, unknown> }
    expect(body.data).toMatchObject({
      hearing: place.hearingId,
      kind: 'inquiry',
      began: '2026-03-05T01:30:00.000Z',
      notesHash,
      notesVersion: 1,
      slices: 0,
      gaps: 0,
      recordingHead: '0'.repeat(64),
    })
    expect(body.data['answers']).toHaveLength(4)
    expect(body.data['answers']).toContainEqual({ id: seatId, answer: 'refused', notedByCourt: true })
    expect(JSON.stringify(body)).not.toMatch(/张三|李四|王法官|吴书记/)
    const docket = await all.docketEntry.findMany({ where: { caseId: place.caseId }, orderBy: { seq: 'asc' } })
    expect(verifyChain(docket.map((one) => one.body as never))).toEqual({ valid: true })
    const view = must(await showHearing(plaintiff, place))
    expect(view).toMatchObject({
      hearing: { status: 'held' },
      viewer: { before: 'over', may: [] },
      recording: { state: 'stopped' },
    })
    expect(await all.notice.count({ where: { caseId: place.caseId, kind: 'hearing-held' } })).toBe(2)
    expect(
      await all.task.count({ where: { caseId: place.caseId, status: 'open', kind: { contains: 'hearing' } } }),
    ).toBe(0)
  })

  test('waits for a recorder that still has the hearing', async () => {
    const { place, notesHash } = await reading()
    for (const who of [judge, clerk, plaintiff, defendant]) must(await answerNotes(who, confirmed(place, notesHash)))
    const leaseUntil = new Date(Date.parse(clock.now().toISOString()) + 20_000)
    const { courtId } = await all.hearing.findFirstOrThrow({ where: { id: place.hearingId } })
    await all.hearingRecorder.create({
      data: {
        courtId,
        hearingId: place.hearingId,
        caseId: place.caseId,
        recorderId: 'r1',
        leaseUntil,
        updatedAt: clock.now(),
      },
    })
    const input = async () => ({ ...place, key: newId(), headSeq: await headOf(place.caseId) })
    expect(await closeHearing(clerk, await input())).toMatchObject({ ruleId: 'hearing.still-recording' })
    clock.advance({ minutes: 1 })
    expect(await closeHearing(clerk, await input())).toMatchObject({ ok: true })
  })
})
