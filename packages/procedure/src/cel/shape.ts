/** The declared type of what an expression may read. A record has a name, by which errors speak of it. */
export type Shape =
  | 'string'
  | 'int'
  | 'double'
  | 'bool'
  | 'dyn'
  | { list: Shape }
  | { record: string; fields: Record<string, Shape> }
  | { map: Shape }

export function listShape(of: Shape): Shape {
  return { list: of }
}

export function recordShape(record: string, fields: Record<string, Shape>): Shape {
  return { record, fields }
}

/** The name of a shape in CEL's own notation. */
export function celType(shape: Shape): string {
  if (typeof shape === 'string') return shape
  if ('list' in shape) return `list<${celType(shape.list)}>`
  if ('map' in shape) return `map<string, ${celType(shape.map)}>`
  return shape.record
}
