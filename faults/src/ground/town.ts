import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { inspectFile } from '@court/adapters/files/inspect-file'
import { noMedia } from '@court/adapters/media/no-media'
import { noScanner } from '@court/adapters/scanner/no-scanner'
import { createFileStorage } from '@court/adapters/storage/file-storage'
import { createUploadArea } from '@court/adapters/upload/upload-area'
import { connect, type Connection } from '@court/db/connection'
import { createDatabase, type Database } from '@court/db/database'
import { testContext } from '@court/testkit/context'
import { buildStaff, type BuiltCourt } from '@court/testkit/courts'
import { prepareDraft } from '@court/testkit/filings'
import { buildPerson } from '@court/testkit/persons'
import { buildWorkingCourts } from '@court/testkit/working-court'
import type { Actor, PersonActor, StaffActor } from '@court/usecases/actor'
import type { UseCaseContext, UseCasePorts } from '@court/usecases/context'
import { uploadWhole } from './upload-whole.ts'
import type { Platform } from './platform.ts'
import type { PostgresServer } from './postgres-server.ts'

/** What the strictest of the courts asks for. */
const materials = ['complaint', 'identity-document', 'evidence-list']

export type Draft = { draftId: string; version: number; cookie: string; courtSlug: string }
export type Resident = { actor: PersonActor & { phone: string }; cookie: string }
export type Clerk = { actor: StaffActor; cookie: string; court: BuiltCourt }

export type Town = {
  /** Past all policies: for arranging and for looking. */
  all: Connection
  db: Database
  courts: BuiltCourt[]
  residents: Resident[]
  clerks: Clerk[]
  ports: Pick<UseCasePorts, 'storage' | 'uploads' | 'inspectFile' | 'scanner' | 'media' | 'alarm'>
  alarms: { kind: string; facts: Record<string, string | number> }[]
  as(actor: Actor, now?: Date): UseCaseContext
  /** Drafts that lack nothing but to be handed in, each by the use cases that serve people. */
  prepareDrafts(count: number, court?: BuiltCourt, now?: Date): Promise<Draft[]>
  close(): Promise<void>
}

type Parts = { postgres: PostgresServer; platform: Platform }
type Population = Pick<Town, 'courts' | 'residents' | 'clerks'>

/** Three courts at work, residents with accounts of which every other reads mail, and a clerk in each court. */
export async function buildTown({ postgres, platform }: Parts): Promise<Town> {
  const all = connect(postgres.url, 4)
  const adminDb = createDatabase({ urls: { staff: postgres.urlAs('app_admin') }, poolMax: 2 })
  const { courts: built } = await buildWorkingCourts({ all: all.client, adminDb }, ['浙0212', '浙0281', '鄂0106'])
  await adminDb.close()
  const courts = Object.values(built)
  const residents = await Promise.all(
    Array.from({ length: 12 }, async (_, index): Promise<Resident> => {
      const mail = index % 2 === 0 ? { email: `resident-${index}@people.example` } : {}
      const actor = await buildPerson(all.client, mail)
      return { actor, cookie: await platform.cookieOf(actor.sessionId) }
    }),
  )
  const clerks = await Promise.all(
    courts.map(async (court): Promise<Clerk> => {
      const actor = await buildStaff(all.client, {
        courtId: court.id,
        roles: ['filing-clerk', 'filing-judge'],
        name: '立案人员',
      })
      return { actor, court, cookie: await platform.cookieOf(actor.sessionId) }
    }),
  )
  await all.close()
  return openTown({ postgres, platform }, { courts, residents, clerks })
}

/** Connections to a town that stands already. */
export function openTown({ postgres, platform }: Parts, { courts, residents, clerks }: Population): Town {
  const all = connect(postgres.url, 4)
  const urls = {
    public: postgres.urlAs('app_public'),
    staff: postgres.urlAs('app_staff'),
    worker: postgres.urlAs('worker'),
  }
  const db = createDatabase({ urls, poolMax: 6 })
  const alarms: Town['alarms'] = []
  const folder = (name: string) => {
    const path = join(platform.filesDir, name)
    mkdirSync(path, { recursive: true })
    return path
  }
  const area = createUploadArea({
    directory: folder('uploads'),
    path: '/api/uploads',
    ownerOf: (request) => Promise.resolve(request.headers.get('x-owner')),
    sizeBytesMaxOf: () => Promise.resolve(50_000_000),
  })
  const ports: Town['ports'] = {
    storage: createFileStorage({ directory: folder('blobs') }),
    uploads: area,
    inspectFile,
    scanner: noScanner,
    media: noMedia,
    alarm: { raise: (alarm) => void alarms.push(alarm) },
  }
  const as: Town['as'] = (actor, now = new Date()) => testContext({ db, actor, now, ports })
  const upload = uploadWhole(area)
  let next = 0
  const prepareOne = async (court?: BuiltCourt, now?: Date): Promise<Draft> => {
    const number = next++
    const resident = residents[number % residents.length]
    const at = court ?? courts[number % courts.length]
    if (!resident || !at) throw new Error('the town is empty')
    const ctx = { ...as(resident.actor, now), actor: resident.actor }
    const prepared = await prepareDraft({ ctx, ports: { ...ports, alarms, upload }, courtSlug: at.slug, materials })
    return { ...prepared, cookie: resident.cookie, courtSlug: at.slug }
  }
  return {
    all,
    db,
    courts,
    residents,
    clerks,
    ports,
    alarms,
    as,
    async prepareDrafts(count, court, now) {
      const drafts: Draft[] = []
      let left = count
      const work = async () => {
        while (left-- > 0) drafts.push(await prepareOne(court, now))
      }
      await Promise.all(Array.from({ length: 3 }, work))
      return drafts
    },
    close: async () => {
      await Promise.all([all.close(), db.close()])
    },
  }
}
