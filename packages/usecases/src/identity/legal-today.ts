import { localDate } from '@court/procedure/docket/legal-time'
import type { UseCaseContext } from '../context.ts'

/** The plain date of now where the law counts it. What belongs to a court is counted in the court's own zone instead. */
export const legalToday = (ctx: UseCaseContext): string => localDate(ctx.now().toISOString(), 'Asia/Shanghai')
