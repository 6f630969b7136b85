import type { ASTNode } from '@marcbachmann/cel-js'

const comprehensions = new Set(['all', 'exists', 'exists_one', 'map', 'filter'])

/** Two comprehensions inside each other are enough for any guard, and bound its cost. */
const comprehensionDepthMax = 2

export type Refusal = { message: string; at: number }

/** What the type checker allows but a pack may not use. */
export function refuseCostly(root: ASTNode): Refusal | undefined {
  let found: Refusal | undefined
  const visit = (node: ASTNode, depth: number): void => {
    if (found !== undefined) return
    let inner = depth
    if (node.op === 'rcall' || node.op === 'call') {
      const name = node.args[0]
      if (name === 'matches') {
        found = { message: '`matches` is not allowed: a regular expression can take forever', at: node.start }
        return
      }
      if (node.op === 'rcall' && comprehensions.has(name)) inner += 1
      if (inner > comprehensionDepthMax) {
        found = { message: `more than ${comprehensionDepthMax} comprehensions inside each other`, at: node.start }
        return
      }
    }
    for (const child of childrenOf(node)) visit(child, inner)
  }
  visit(root, 0)
  return found
}

export function childrenOf(node: ASTNode): ASTNode[] {
  const children: ASTNode[] = []
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect)
    else if (isNode(value)) children.push(value)
  }
  collect(node.args)
  return children
}

/** Every node of an expression, outermost first. */
export function nodesOf(root: ASTNode): ASTNode[] {
  return [root, ...childrenOf(root).flatMap(nodesOf)]
}

/** Names of the variables an expression reads. */
export function variablesOf(root: ASTNode): Set<string> {
  return new Set(nodesOf(root).flatMap((node) => (node.op === 'id' ? [node.args] : [])))
}

/** Texts that are looked for in a list variable: "fee-paid" in happened. */
export function membersAskedOf(root: ASTNode, list: string): { text: string; at: number }[] {
  return nodesOf(root).flatMap((node) => {
    if (node.op !== 'in') return []
    const [left, right] = node.args
    const isList = (right.op === 'id' && right.args === list) || (right.op === '.' && right.args[1] === list)
    return isList && left.op === 'value' && typeof left.args === 'string' ? [{ text: left.args, at: left.start }] : []
  })
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value
}
