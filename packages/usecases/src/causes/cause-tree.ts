import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { accepted, type Result, type Words } from '../refusal.ts'
import { loadCauses } from './load-causes.ts'

export type CauseNode = { edition: string; code: string; level: number; title: Words; children: CauseNode[] }

/** The whole catalogue in force, for those who rather look than search. */
export function causeTree(ctx: UseCaseContext): Promise<Result<CauseNode[]>> {
  return inNation(ctx, async (tx) => {
    const { causes } = await loadCauses(tx)
    const nodes = new Map<string, CauseNode>()
    for (const { edition, code, level, titleZh, titleEn } of causes)
      nodes.set(code, { edition, code, level, title: { zh: titleZh, en: titleEn }, children: [] })
    const roots: CauseNode[] = []
    for (const { code, parentCode } of causes) {
      const node = nodes.get(code)
      if (node) (nodes.get(parentCode ?? '')?.children ?? roots).push(node)
    }
    return accepted(roots)
  })
}
