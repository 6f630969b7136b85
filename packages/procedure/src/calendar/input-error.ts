/**
 * What is wrong with a request or a calendar: a stable code, a sentence for the reader, and where it stands
 * (`rule.count`, `facts[0].from`). Thrown while reading and counting, turned into a value at the edge.
 */
export class InputError extends Error {
  readonly code: string
  readonly path: string

  constructor(code: string, message: string, path: string) {
    super(message)
    this.name = 'InputError'
    this.code = code
    this.path = path
  }
}

/** The end of a path inside a field or list: `at('facts', 0)` is `facts[0]`, `at('', 'rule')` is `rule`. */
export function at(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`
  return path === '' ? key : `${path}.${key}`
}
