import { createHash } from 'node:crypto'

/** SHA-256 of the notes as they are confirmed: line ends as \n, Unicode composed, no space at the ends of lines or of the text. */
export const notesHashOf = (text: string): string =>
  createHash('sha256').update(canonicalNotes(text), 'utf8').digest('hex')

export const canonicalNotes = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/[ \t]+$/, ''))
    .join('\n')
    .trim()

export const emptyNotesHash = notesHashOf('')
