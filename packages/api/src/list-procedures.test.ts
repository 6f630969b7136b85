import { describe, expect, it } from 'vitest'
import { adminRouter } from './admin-root.ts'
import { listProcedures, procedureTable } from './list-procedures.ts'
import { mountForZone } from './mount-for-zone.ts'
import { webRouter } from './web-root.ts'
import { isForPeopleAlone, isForStaffAlone } from './who.ts'

const roots = { web: webRouter, admin: adminRouter }

describe.each(Object.entries(roots))('%s', (_name, root) => {
  it('every procedure says who may call it, and what it takes', () => {
    const listed = listProcedures(root)
    expect(listed.length).toBeGreaterThan(10)
    for (const { path, allow, type, input } of listed) {
      expect(allow.length, path).toBeGreaterThan(0)
      // A form that is posted has a shape; whatever takes none changes only what belongs to whoever calls.
      if (input !== null) expect(input, `${path} (${type})`).toMatchObject({ type: expect.anything() })
    }
    expect(procedureTable(root).split('\n')).toHaveLength(listed.length)
  })

  it('the table of who may call what is the one that was agreed', async () => {
    await expect(procedureTable(root) + '\n').toMatchFileSnapshot(`../access-${_name}.tsv`)
  })
})

it('in the public zone nothing of the staff’s exists, and everything of the parties’ does', () => {
  const whole = listProcedures(webRouter)
  const open = new Set(listProcedures(mountForZone(webRouter, 'public')).map(({ path }) => path))
  const forStaff = whole.filter(({ allow }) => isForStaffAlone(allow)).map(({ path }) => path)
  expect(forStaff.length).toBeGreaterThan(0)
  expect(forStaff.filter((path) => open.has(path))).toEqual([])
  expect([...open].filter((path) => /staff|invitation/i.test(path))).toEqual([])
  expect(open).toContain('accounts.signIn')
})

it('in the court’s zone nothing of the parties’ alone exists, and everything of the staff’s does', () => {
  const whole = listProcedures(webRouter)
  const open = new Set(listProcedures(mountForZone(webRouter, 'court')).map(({ path }) => path))
  const forPeople = whole.filter(({ allow }) => isForPeopleAlone(allow)).map(({ path }) => path)
  expect(forPeople).toContain('filing.submit')
  expect(forPeople.filter((path) => open.has(path))).toEqual([])
  // People prove themselves by a text message to their phone: no such door stands on the court's network.
  expect(
    ['requestCode', 'resendCode', 'findChallenge', 'signIn'].filter((name) => open.has(`accounts.${name}`)),
  ).toEqual([])
  const forStaff = whole.filter(({ allow }) => isForStaffAlone(allow)).map(({ path }) => path)
  expect(forStaff.filter((path) => !open.has(path))).toEqual([])
  expect(open).toContain('cases.page')
})

it('on the console nobody but staff has anything to call, save the door itself', () => {
  const open = listProcedures(adminRouter).filter(({ allow }) => !isForStaffAlone(allow))
  expect(open.every(({ path }) => path.startsWith('accounts.'))).toBe(true)
})
