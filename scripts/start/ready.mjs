import { tailOf } from './children.mjs'

// Asks `/readyz` (or `path`), or `/healthz` of those who depend on nothing, until it answers 200. Fails at once when the process has ended.
export async function waitUntilReady({ child, origin, seconds, path = '/readyz' }) {
  let url = `${origin}${path}`
  const end = Date.now() + seconds * 1000
  let last = 'no answer'
  while (Date.now() < end) {
    if (child.hasEnded()) throw notReady(child, 'ended while starting')
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'manual' })
      const body = (await response.text()).slice(0, 300)
      if (response.ok) return child.setReady()
      if (response.status === 404) url = `${origin}/healthz`
      last = `${response.status} ${body}`
    } catch (error) {
      last = error.cause?.code ?? error.message
    }
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw notReady(child, `was not ready after ${seconds} s (${url}: ${last})`)
}

function notReady(child, what) {
  const error = new Error(`${child.name} ${what}.\n${tailOf(child.logFile)}`)
  error.advice = `The whole log is in ${child.logFile}.`
  return error
}
