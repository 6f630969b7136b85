import { LineCounter, parseDocument, isMap, isScalar, isSeq, isPair } from 'yaml'
import type { Document, Node } from 'yaml'

export type Place = { line: number; column: number }

export type YamlFile = {
  path: string
  value: unknown
  errors: { message: string; place: Place }[]
  /** Where the value at this path stands; the nearest parent when it does not exist. */
  placeOf: (path: readonly PropertyKey[]) => Place
  /** Where a character of the text at this path stands, whatever quotes or folds the author used. */
  placeInText: (path: readonly PropertyKey[], index: number) => Place
}

/** Reads one YAML file and remembers where everything stands. */
export function readYaml(path: string, text: string): YamlFile {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, strict: true })
  const place = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const errors = document.errors.map((error) => ({
    message: (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, ''),
    place: place(error.pos[0]),
  }))
  return {
    path,
    value: errors.length > 0 ? undefined : (document.toJS({ maxAliasCount: 20 }) as unknown),
    errors,
    placeOf: (keys) => place(offsetOf(document, keys)),
    placeInText: (keys, index) => place(offsetInText(document, text, keys, index)),
  }
}

function offsetOf(document: Document, keys: readonly PropertyKey[]): number {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const key of keys) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && keyText(item.key) === String(key))
      if (pair === undefined) break
      offset = startOf(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(key)]
      if (item === undefined) break
      offset = startOf(item) ?? offset
      node = item
    } else break
  }
  return offset
}

/** Walks the source of a scalar beside its value: a fold is one blank, a doubled quote one quote, indentation is nothing. */
function offsetInText(document: Document, source: string, keys: readonly PropertyKey[], index: number): number {
  const node: unknown = document.getIn(keys, true)
  if (!isScalar(node) || !node.range) return offsetOf(document, keys)
  const [start, end] = node.range
  if (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL') {
    const body = source.indexOf('\n', start) + 1
    const indent = /^ */.exec(source.slice(body))?.[0].length ?? 0
    return walk(source, { from: body + indent, to: end, index, skip: new RegExp(`\\n {0,${indent}}`, 'y') })
  }
  const quote = node.type === 'QUOTE_SINGLE' ? "''" : node.type === 'QUOTE_DOUBLE' ? '\\\\.' : undefined
  const skip = new RegExp(`[ \\t]*\\n\\s*${quote === undefined ? '' : `|${quote}`}`, 'y')
  return walk(source, { from: start + (quote === undefined ? 0 : 1), to: end, index, skip })
}

function walk(
  source: string,
  { from, to, index, skip }: { from: number; to: number; index: number; skip: RegExp },
): number {
  let offset = from
  for (let count = 0; count < index && offset < to; count += 1) {
    skip.lastIndex = offset
    offset += skip.exec(source)?.[0].length ?? 1
  }
  return Math.min(offset, to)
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : ''
}

function startOf(node: unknown): number | undefined {
  const range = (node as Node | null | undefined)?.range
  return range ? range[0] : undefined
}
