import { describe, expect, test } from 'vitest'
import { packs } from '../../test/codes.ts'
import { runScenario } from './run-scenario.ts'
import { verifyChain } from './entry.ts'

const stories = packs.flatMap((pack) =>
  Object.entries(pack.scenarios).map(([name, scenario]) => ({
    name: `${pack.header.id}: ${scenario.title?.en ?? name}`,
    file: name,
    scenario,
  })),
)

describe('every story of the codes comes true', () => {
  test.each(stories)('$name', ({ scenario }) => {
    const outcome = runScenario(scenario, packs)
    if (!outcome.ok) throw new Error(outcome.findings.map((finding) => finding.message).join('\n'))
    expect(outcome.unmet).toEqual([])
    expect(verifyChain(outcome.docket)).toEqual({ valid: true })
  })

  test.each(stories)('$name: nobody’s particulars stand on the docket', ({ scenario }) => {
    const outcome = runScenario(scenario, packs)
    const text = outcome.ok ? JSON.stringify(outcome.docket) : ''
    for (const secret of ['甲某', '乙某', 'invented', '收件人']) expect(text).not.toContain(secret)
  })

  test('there are stories in every layer that adds something of its own', () => {
    expect(
      new Set(packs.filter((pack) => Object.keys(pack.scenarios).length > 0).map((pack) => pack.header.id)),
    ).toEqual(new Set(['cn.civil-first-instance', 'cn.zhejiang', 'cn.hubei', 'cn.ningbo.mobile-litigation']))
  })
})
