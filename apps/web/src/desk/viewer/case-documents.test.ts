import type { MaterialFileView, MaterialView } from '@court/usecases/case/page/case-page-types'
import { expect, test } from 'vitest'
import { documentsOf } from './case-documents.ts'

const file = (id: string, mime: string, pages: number | null): MaterialFileView => ({
  id,
  fileName: id,
  mime,
  sizeBytes: 1,
  pages,
  rotation: 90,
  sha256: '',
  hasThumbnail: false,
})

const material = (files: MaterialFileView[]): MaterialView => ({
  id: 'm1',
  kind: 'complaint',
  kindTitle: { zh: '起诉状', en: 'Complaint' },
  title: '起诉状',
  volume: 'main',
  party: null,
  submittedBy: 'party',
  submittedAt: new Date(0),
  entrySeq: 1,
  pages: 1,
  reviewStatus: 'pending',
  reviewReasons: [],
  reviewNote: null,
  isSuperseded: false,
  files,
})

const texts = { note: () => '1', download: 'download', noPages: 'none' }
const place = { courtSlug: 'yinzhou', caseId: 'c1' }

test('photographs and the pages of a PDF follow each other in the order of the files', () => {
  const [document] = documentsOf(
    [material([file('a', 'image/jpeg', null), file('b', 'application/pdf', 2)])],
    place,
    texts,
  )
  expect(document?.pages.map(({ src }) => src)).toEqual([
    '/files/cases/yinzhou/c1/a/pages/1',
    '/files/cases/yinzhou/c1/b/pages/1',
    '/files/cases/yinzhou/c1/b/pages/2',
  ])
  expect(document?.pages[0]?.rotation).toBe(90)
})

test('a text document has no pages to look at and can be kept', () => {
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const [document] = documentsOf([material([file('a', docx, null)])], place, texts)
  expect(document).toMatchObject({ pages: [], download: { href: '/files/cases/yinzhou/c1/a' }, noPages: 'none' })
})
