import { expect, test } from 'vitest'
import { anonymous, testContext } from '@court/testkit/context'
import { buildCourt, buildStaff } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import { buildPerson } from '@court/testkit/persons'
import { showPost } from './show-post.ts'

const { db, all } = await createTestDatabase()

test('a member of staff sees whose desk it is', async () => {
  const court = await buildCourt(all)
  const clerk = await buildStaff(all, { courtId: court.id, roles: ['filing-clerk'], name: '林书记员' })
  expect(await showPost(testContext({ db, actor: clerk }))).toMatchObject({
    ok: true,
    value: { name: '林书记员', roles: ['filing-clerk'], court: { slug: court.slug, today: '2026-03-02' } },
  })
})

test('nobody else has a desk', async () => {
  expect(await showPost(testContext({ db, actor: anonymous }))).toMatchObject({ ok: false, kind: 'sign-in-needed' })
  expect(await showPost(testContext({ db, actor: await buildPerson(all) }))).toMatchObject({
    ok: false,
    kind: 'not-allowed',
  })
})

test('a post that is gone answers like none', async () => {
  const court = await buildCourt(all)
  const clerk = await buildStaff(all, { courtId: court.id, roles: ['filing-clerk'] })
  const other = await buildCourt(all)
  expect(await showPost(testContext({ db, actor: { ...clerk, courtId: other.id } }))).toMatchObject({
    ok: false,
    kind: 'not-found',
  })
})
