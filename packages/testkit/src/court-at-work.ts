import { createClock, type TestClock } from './clock.ts'
import { testContext } from './context.ts'
import { buildStaff } from './courts.ts'
import type { TestDatabase } from './database.ts'
import { fileCase, must, someDefendant, goodAnswers, ownPlaintiff } from './filings.ts'
import { buildPerson } from './persons.ts'
import type { TestPorts } from './ports.ts'
import { buildWorkingCourts } from './working-court.ts'
import type { FormInput } from '@court/procedure/code/form-values'
import type { PersonActor, StaffActor, StaffRole } from '@court/usecases/actor'
import type { UseCaseContext, UseCasePorts } from '@court/usecases/context'
import { performAction } from '@court/usecases/case/perform-action'

export type As<A> = UseCaseContext & { actor: A }
export type FiledCase = { courtSlug: string; caseId: string }

/** Two courts under codes of their own, with staff; the scene of the tests of cases, desk, notices and clocks. */
export async function courtAtWork(database: TestDatabase, ports: TestPorts, others: Partial<UseCasePorts> = {}) {
  const clock: TestClock = createClock()
  const { all, db } = database
  const { courts, nationalAdmin } = await buildWorkingCourts(database, ['浙0212', '鄂0106'])
  const [court, elsewhere] = [courts['浙0212'], courts['鄂0106']]
  if (!court || !elsewhere) throw new Error('the courts were not built')
  const allPorts = { ...ports, ...others }
  const as = <A extends UseCaseContext['actor']>(actor: A): As<A> => ({
    ...testContext({ db, clock, actor, ports: allPorts }),
    actor,
  })
  const staff = async (roles: StaffRole[], name: string, courtId = court.id): Promise<As<StaffActor>> =>
    as(await buildStaff(all, { courtId, roles, name }))
  const person = async (options: Parameters<typeof buildPerson>[1] = {}): Promise<As<PersonActor>> =>
    as(await buildPerson(all, options))

  const headOf = async (caseId: string): Promise<number> =>
    (await all.case.findFirstOrThrow({ where: { id: caseId }, select: { headSeq: true } })).headSeq

  let keys = 0
  /** Acts on what stands there now, with a key of its own. */
  const act = async (
    ctx: UseCaseContext,
    { courtSlug, caseId }: FiledCase,
    action: string,
    input: Record<string, never | unknown> = {},
  ) =>
    performAction(ctx, {
      courtSlug,
      caseId,
      action,
      input: input as never,
      key: `test-key-${(keys += 1)}`,
      headSeq: await headOf(caseId),
    })

  const file = async (ctx: As<PersonActor>, answers: FormInput = {}): Promise<FiledCase> => {
    const { caseId, courtSlug } = await fileCase({ ctx, ports, courtSlug: court.slug, answers })
    return { caseId, courtSlug }
  }
  /** A filing against somebody who has an account. */
  const fileAgainst = async (ctx: As<PersonActor>, idNumber: string): Promise<FiledCase> => {
    const [first] = (goodAnswers(await ownPlaintiff(ctx)).parties as unknown[]) ?? []
    return file(ctx, { parties: [first, someDefendant({ idNumber })] as never })
  }
  const accept = (ctx: UseCaseContext, filed: FiledCase, input: Record<string, unknown> = {}) =>
    act(ctx, filed, 'accept-filing', { procedure: 'summary', feeFen: 52_500, ...input })

  return {
    all,
    db,
    clock,
    ports: allPorts,
    court,
    elsewhere,
    nationalAdmin,
    as,
    staff,
    person,
    headOf,
    act,
    file,
    fileAgainst,
    accept,
    must,
  }
}
