// Vitest's global setup: one PostgreSQL for all test files, started when the first of them asks for a database.
// TEST_DATABASE_URL may name another server: a role that may create roles and databases there.
import { createServer } from 'node:http'
import { startTemporaryPostgres } from '../postgres.mjs'

export default async function setup(project) {
  let starting = null
  const url = async () => {
    if (process.env.TEST_DATABASE_URL) return process.env.TEST_DATABASE_URL
    starting ??= startTemporaryPostgres()
    return (await starting).url
  }
  const server = createServer((_request, response) => {
    url().then(
      (text) => response.end(text),
      (error) => response.writeHead(500).end(error.stack),
    )
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  project.provide('databaseServer', `http://127.0.0.1:${server.address().port}/`)
  return async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    if (starting) await (await starting).stop()
  }
}
