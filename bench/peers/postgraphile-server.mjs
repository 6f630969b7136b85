// PostGraphile as its makers advise it for production, on the tables and policies of the platform, as the role of the staff.
import { createServer } from 'node:http'
import { grafserv } from 'postgraphile/grafserv/node'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'

const { url, poolMax } = JSON.parse(process.env.BENCH_SETTINGS)

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  // Without it a list can be asked by every column, as our list is.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [makePgService({ connectionString: url, schemas: ['public'], poolConfig: { max: poolMax } })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false, websockets: false },
  grafast: {
    explain: false,
    context: ({ node }) => ({
      pgSettings: {
        'app.court_id': node?.req.headers['x-court'] ?? '',
        'app.staff_id': node?.req.headers['x-staff'] ?? '',
      },
    }),
  },
})
const server = createServer()
await instance.createServ(grafserv).addTo(server)
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))

process.on('message', ({ id, request }) => {
  const { user, system } = process.cpuUsage()
  process.send({ id, value: request === 'cpu' ? (user + system) / 1000 : server.address().port })
})
process.on('disconnect', () => process.exit())
process.send({ id: 0 })
