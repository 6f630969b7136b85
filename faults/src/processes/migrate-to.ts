// node migrate-to.ts FOLDER, with DATABASE_URL: the platform's runner on a folder of migrations, in a process that can be killed.
import { migrate, readMigrations } from '@court/db/migrate'

const [, , folder] = process.argv
const url = process.env['DATABASE_URL']
if (!folder || !url) throw new Error('a folder and DATABASE_URL are needed')
console.log((await migrate(url, readMigrations(folder))).join(', '))
