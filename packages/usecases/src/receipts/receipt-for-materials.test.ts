import { expect, test } from 'vitest'
import { createTestDatabase } from '@court/testkit/database'
import { must } from '@court/testkit/filings'
import { photograph } from '@court/testkit/photograph'
import { createTestPorts } from '@court/testkit/ports'
import { courtAtWork } from '@court/testkit/court-at-work'
import { addUpload } from '../uploads/add-upload.ts'
import { findUploadFile } from '../uploads/find-upload-file.ts'
import { listUploads } from '../uploads/change-upload.ts'
import { checkReceipt } from './check-receipt.ts'
import { receiptsOfCase } from './receipts-of-case.ts'

const ports = await createTestPorts()
const { court, person, staff, file, act } = await courtAtWork(await createTestDatabase(), ports)

test('whoever corrects a filing uploads for the case, and gets a receipt for what was handed in', async () => {
  const plaintiff = await person({ name: '王示例' })
  const clerk = await staff(['filing-clerk'], '试书记员')
  const filed = await file(plaintiff)
  must(await act(clerk, filed, 'return-filing', { reasons: ['identity-unclear'], note: '', days: 7 }))
  const target = { kind: 'case' as const, courtId: court.id, caseId: filed.caseId }
  const uploadId = await ports.upload({
    ownerId: `person:${plaintiff.actor.personId}`,
    name: 'id.jpg',
    body: await photograph({ text: '身份证', seed: 77 }),
  })
  const upload = { target, uploadId, fileName: 'id.jpg', type: 'identity-document', materialId: null }
  const { materials } = must(await addUpload(plaintiff, upload))
  const waiting = materials[0]?.files[0]
  expect((await findUploadFile(plaintiff, { uploadId: waiting?.id ?? '' })).ok).toBe(true)
  expect(must(await listUploads(clerk, { target })).materials).toEqual([])
  must(await act(plaintiff, filed, 'submit-correction', { note: '已更正' }))
  expect(must(await listUploads(plaintiff, { target })).materials).toEqual([])
  const receipts = must(await receiptsOfCase(plaintiff, { courtId: court.id, caseId: filed.caseId }))
  expect(receipts.map(({ kind, files }) => [kind, files.length])).toEqual([
    ['filing', 2],
    ['correction', 1],
  ])
  const correction = receipts[1]
  expect(correction?.files[0]?.sha256).toBe(waiting?.sha256)
  const checked = must(await checkReceipt(plaintiff, { number: correction?.number ?? '' }))
  expect(checked).toMatchObject({ title: { zh: '补正材料' }, sha256: [waiting?.sha256] })
})

test('a stranger, and the staff of another court, upload nothing for a case', async () => {
  const filed = await file(await person())
  const target = { kind: 'case' as const, courtId: court.id, caseId: filed.caseId }
  const stranger = await person()
  expect(await listUploads(stranger, { target })).toMatchObject({ kind: 'not-found' })
  const clerk = await staff(['filing-clerk'], '外院书记员', '01900000-0000-7000-8000-000000000001')
  expect(await listUploads(clerk, { target })).toMatchObject({ kind: 'not-found' })
})
