import type { HostileFile } from './hostile-file.ts'
import { hostileOthers } from './others.ts'
import { hostilePapers } from './papers.ts'
import { hostilePictures } from './pictures.ts'
import { hostileWords } from './words.ts'

/** Every hostile file by its name; built byte by byte when asked for, so that nothing dangerous lies in the repository. */
export const hostileFiles: readonly HostileFile[] = [
  ...hostilePictures,
  ...hostilePapers,
  ...hostileWords,
  ...hostileOthers,
]

/** Names people give to files to reach elsewhere, and the name that is kept. The content is a good photo. */
export const hostileNames: readonly [what: string, given: string, kept: string][] = [
  ['climbs out of its folder', '../../../etc/passwd', 'passwd.jpg'],
  ['climbs out by backslashes', '..\\..\\windows\\system32\\cmd.exe', 'cmd.jpg'],
  ['hides its ending behind a NUL', 'order.exe\0.jpg', 'order.exe.jpg'],
  ['is written from right to left', 'order\u202egpj.exe', 'ordergpj.jpg'],
  ['breaks the line of a header', 'a\r\nSet-Cookie: x=1.jpg', 'aSet-Cookie: x=1.jpg'],
  ['has two endings', 'complaint.pdf.exe', 'complaint.pdf.jpg'],
  ['is markup', '<img src=x onerror=alert(1)>.jpg', '<img src=x onerror=alert(1)>.jpg'],
  ['is invisible', '\u200b\u200d\ufeff.jpg', '材料.jpg'],
  ['is all dots', '....', '材料.jpg'],
  ['is as long as it may be', `${'长'.repeat(296)}.jpg`, `${'长'.repeat(120)}.jpg`],
]
