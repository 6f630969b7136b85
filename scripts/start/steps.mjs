// Progress on the terminal: one line when a step begins that takes long, one when it is done.
const startedAt = Date.now()

export const out = {
  line: (text = '') => process.stdout.write(`${text}\n`),
  done: (text) => process.stdout.write(`✓ ${text}\n`),
  note: (text) => process.stdout.write(`• ${text}\n`),
  fail: (text) => process.stderr.write(`✗ ${text}\n`),
}

// fn gets `progress`, to say what it is at; it may return a text to be shown behind the title.
export async function step(title, fn, { advice } = {}) {
  const started = Date.now()
  const timer = setInterval(() => out.line(`  … ${title}: ${seconds(started)}`), 15_000)
  try {
    const result = await fn()
    out.done(`${title}${typeof result === 'string' ? ` (${result})` : ''}  ${seconds(started)}`)
    return result
  } catch (error) {
    if (advice && !error.advice) error.advice = advice
    error.step ??= title
    throw error
  } finally {
    clearInterval(timer)
  }
}

export const sinceStart = () => seconds(startedAt)

const seconds = (from) => `${((Date.now() - from) / 1000).toFixed(1)} s`
