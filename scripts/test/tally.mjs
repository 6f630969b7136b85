// Adds up what the steps found. A step returns { passed, failed, skipped, says, reasons }:
// `says` is shown when something failed, `reasons` are the reasons of what was skipped.
export function createTally() {
  const startedAt = Date.now()
  const total = { passed: 0, failed: 0, skipped: 0 }
  const reasons = []

  function add(name, { passed = 0, failed = 0, skipped = 0, says = '', reasons: why = [] }, seconds = '') {
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
    for (const reason of why) reasons.push(`${name}: ${reason}`)
    const mark = failed > 0 ? '✗' : skipped > 0 && passed === 0 ? '–' : '✓'
    console.log(`${mark} ${name.padEnd(8)} ${passed} passed, ${failed} failed, ${skipped} skipped${seconds}`)
    if (failed > 0 && says) console.log(`${says.trimEnd()}\n`)
  }

  return {
    add,
    async count(name, run) {
      const from = Date.now()
      const found = await run().catch((error) => ({ failed: 1, says: error.stack }))
      add(name, found, `  ${((Date.now() - from) / 1000).toFixed(1)} s`)
    },
    end() {
      if (reasons.length > 0) console.log(`\nSkipped, and why:\n${reasons.map((reason) => `  – ${reason}`).join('\n')}`)
      console.log(`\n${((Date.now() - startedAt) / 1000).toFixed(0)} s`)
      console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
      return total.failed > 0 ? 1 : 0
    },
  }
}
