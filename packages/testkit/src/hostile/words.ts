import { buildZip, docxParts, outsideRelation, type ZipPart } from '@court/adapters/files/hostile-files'
import { refused, type HostileFile } from './hostile-file.ts'

const active = (name: string, body: Parameters<typeof refused>[3]) =>
  refused(name, 'complaint.docx', 'file.docx-active-content', body)
const broken = (name: string, body: Parameters<typeof refused>[3]) =>
  refused(name, 'complaint.docx', 'file.docx-broken', body)
const bomb = (name: string, body: Parameters<typeof refused>[3]) =>
  refused(name, 'complaint.docx', 'file.docx-bomb', body)
const docx = (...more: ZipPart[]) => buildZip([...docxParts(), ...more])
const changed = (name: string, text: string | Buffer) =>
  buildZip(docxParts().map((part) => (part.name === name ? { name, text } : part)))
const document = (inner: string) => changed('word/document.xml', `<w:document><w:body>${inner}</w:body></w:document>`)
const xxe = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
const relation = (kind: string, target: string): ZipPart => ({
  name: 'word/_rels/document.xml.rels',
  text: `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/></Relationships>`,
})

export const hostileWords: HostileFile[] = [
  active('a DOCX with a macro', () => docx({ name: 'word/vbaProject.bin', text: 'x' })),
  active('a DOCX with a macro in capitals elsewhere', () => docx({ name: 'WORD/sub/VBAPROJECT.BIN', text: 'x' })),
  refused('a DOCM under the name of a DOCX', 'complaint.docx', 'file.wrong-type', () =>
    buildZip(
      docxParts().map((part) => ({
        ...part,
        text: String(part.text).replace('wordprocessingml.document.main', 'ms-word.document.macroEnabled.main'),
      })),
    ),
  ),
  active('a DOCX with a control', () => docx({ name: 'word/activeX/activeX1.xml', text: 'x' })),
  active('a DOCX with an object', () => docx({ name: 'word/embeddings/oleObject1.bin', text: 'x' })),
  active('a DOCX with a program', () => docx({ name: 'word/media/invoice.exe', text: 'MZ' })),
  active('a DOCX with a zip inside', () =>
    docx({ name: 'word/media/more.zip', text: buildZip([{ name: 'a', text: Buffer.alloc(100_000) }]) }),
  ),
  active('a DOCX whose template is fetched', () => docx(outsideRelation('attachedTemplate'))),
  active('a DOCX whose object is fetched', () => docx(outsideRelation('oleObject'))),
  active('a DOCX whose picture is fetched and tells who reads', () => docx(outsideRelation('image'))),
  active('a DOCX with a page folded in', () =>
    docx(relation('aFChunk', 'page.mht'), { name: 'word/page.mht', text: '<script>1</script>' }),
  ),
  active('a DOCX with a field that starts a program (DDE)', () =>
    document('<w:p><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"</w:instrText></w:r></w:p>'),
  ),
  active('a DOCX with such a field in pieces', () =>
    document(
      '<w:p><w:r><w:instrText>DD</w:instrText></w:r><w:r><w:instrText xml:space="preserve">E cmd</w:instrText></w:r></w:p>',
    ),
  ),
  active('a DOCX with such a field in its header', () =>
    docx({ name: 'word/header1.xml', text: '<w:hdr><w:fldSimple w:instr=" DDEAUTO cmd "/></w:hdr>' }),
  ),
  active('a DOCX that reads a file (XXE)', () => changed('word/document.xml', xxe)),
  active('a DOCX that reads a file by its list of types', () =>
    changed('[Content_Types].xml', `${String(docxParts()[0]?.text)}${xxe}`),
  ),
  active('a DOCX that reads a file by its relations', () => changed('_rels/.rels', xxe)),
  active('a DOCX that reads a file by its settings', () => docx({ name: 'word/settings.xml', text: xxe })),
  active('a DOCX that reads a file in UTF-16', () =>
    changed('word/document.xml', Buffer.from(`\ufeff${xxe}`, 'utf16le')),
  ),
  active('a DOCX that reads a file in UTF-16 without saying so', () =>
    changed('word/document.xml', Buffer.from(xxe, 'utf16le')),
  ),
  active('a DOCX that hides its entities in UTF-7', () =>
    changed('word/document.xml', '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-'),
  ),
  broken('a DOCX that climbs out of its folder', () => docx({ name: '../../etc/cron.d/x', text: 'x' })),
  broken('a DOCX with a part at the root of the disk', () => docx({ name: '/etc/passwd', text: 'x' })),
  broken('a DOCX with a part on drive C', () => docx({ name: 'C:/windows/x', text: 'x' })),
  broken('a DOCX with a NUL in a name', () => docx({ name: 'word/evil.exe\0.xml', text: 'x' })),
  broken('a DOCX with a name written backwards', () => docx({ name: 'word/media/gnp\u202egpj.exe', text: 'x' })),
  broken('a DOCX with a part that points elsewhere (symbolic link)', () =>
    docx({ name: 'word/link', text: '/etc/passwd', isLink: true }),
  ),
  broken('a DOCX with its document twice', () => docx({ name: 'WORD/document.xml', text: 'x' })),
  broken('a DOCX whose sizes lie', () =>
    buildZip(docxParts().map((part, n) => (n === 2 ? { ...part, claimedSize: 5 } : part))),
  ),
  broken('a DOCX that is locked', () => docx({ name: 'word/styles.xml', text: 'x', isLocked: true })),
  broken('a DOCX without a document', () =>
    buildZip([...docxParts().slice(0, 2), { name: 'word/styles.xml', text: 'x' }]),
  ),
  refused('a DOCX with bytes behind its end', 'a.docx', 'file.mixed-content', () =>
    Buffer.concat([docx(), Buffer.from('MZ')]),
  ),
  refused('a DOCX behind a script', 'a.docx', 'file.wrong-type', () =>
    Buffer.concat([Buffer.from('#!/bin/sh\n'), docx()]),
  ),
  bomb('a DOCX of one part that unpacks to 30 MB', () =>
    docx({ name: 'word/media/a.bmp', text: Buffer.alloc(30_000_000) }),
  ),
  bomb('a DOCX of three thousand parts', () =>
    docx(...Array.from({ length: 3001 }, (_, n) => ({ name: `word/${n}`, text: '', isStored: true }))),
  ),
  bomb('a DOCX that says it is four gigabytes', () =>
    docx({ name: 'word/media/a.bin', text: 'x', claimedSize: 0xfffffffe }),
  ),
]
