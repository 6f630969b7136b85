// The tables of the platform, then those of its queues: both as the owner of the database (DATABASE_URL).
import { migrateQueues } from '@court/jobs/connect-queues'
import { migrate } from '../../packages/db/src/migrate.ts'

const ownerUrl = process.env.DATABASE_URL
if (!ownerUrl) throw new Error('DATABASE_URL is not set')
const applied = await migrate(ownerUrl)
console.log(applied.length > 0 ? `applied ${applied.join(', ')}` : 'nothing to apply')
// Who sees the board of the queues asks the worker; no site reaches them by itself.
await migrateQueues({ ownerUrl, grantTo: ['worker'] })
