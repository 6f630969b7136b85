import type { UseCaseContext } from '../context.ts'
import type { Result } from '../refusal.ts'
import type { DeskTasks, DeskTasksInput } from './desk-types.ts'

/** What the staff owe, nearest date first. */
export async function listDeskTasks(ctx: UseCaseContext, input: DeskTasksInput): Promise<Result<DeskTasks>> {
  throw new Error(`not yet: ${ctx.requestId} ${typeof input}`)
}
