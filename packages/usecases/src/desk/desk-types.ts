import { z } from 'zod'
import type { Words } from '../refusal.ts'

const kebab = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .max(80)

export const inboxInput = z.strictObject({
  /** Part of a case number, title or name of a party. */
  q: z.string().trim().max(80).default(''),
  /** '' = every state that is not over; 'all' = over ones too. */
  state: z.union([z.literal(''), kebab]).default(''),
  procedure: z.union([z.literal(''), kebab]).default(''),
  due: z.enum(['', 'over', 'today', 'soon']).default(''),
  /** new: up to 3 days, week: 4 to 7, older: longer. */
  age: z.enum(['', 'new', 'week', 'older']).default(''),
  mine: z.boolean().default(false),
  sort: z.enum(['due', 'oldest', 'newest', 'updated']).default('due'),
  cursor: z.string().max(400).optional(),
  limit: z.number().int().min(1).max(100).default(40),
})
export type InboxInput = z.infer<typeof inboxInput>

export type InboxRow = {
  caseId: string
  number: string | null
  title: string
  cause: string | null
  state: string
  stateTitle: Words
  procedure: string | null
  amountFen: number | null
  receiptNumber: string | null
  submittedAt: Date
  /** Whole days since it was submitted, in the court's zone. */
  ageDays: number
  /** Roles that have it, and who of the staff. */
  heldBy: string[]
  heldSince: Date | null
  judge: string | null
  isMine: boolean
  next: { what: Words; by: string | null; due: string | null; clockKey: string | null } | null
  /** The nearest clock that runs or ran out. */
  dueState: 'over' | 'today' | 'soon' | 'later' | 'none'
  daysLeft: number | null
  hasOpenQuestion: boolean
  updatedAt: Date
}

export type Inbox = {
  rows: InboxRow[]
  nextCursor: string | null
  today: string
  states: { id: string; title: Words }[]
  procedures: { id: string; title: Words }[]
}

/** Counted up to `countMax`; more shows as `countMax` with `isMore`. */
export type BoundedCount = { count: number; isMore: boolean }

export type DeskCounts = {
  mine: BoundedCount
  over: BoundedCount
  today: BoundedCount
  soon: BoundedCount
  openQuestions: BoundedCount
  tasks: BoundedCount
  byState: { state: string; title: Words; count: BoundedCount }[]
  unreadNotices: BoundedCount
}

export const searchInput = z.strictObject({
  q: z.string().trim().min(1).max(80),
  limit: z.number().int().min(1).max(20).default(10),
})
export type SearchInput = z.infer<typeof searchInput>

export type SearchHit = {
  caseId: string
  number: string | null
  title: string
  stateTitle: Words
  matched: 'number' | 'receipt' | 'party' | 'title'
  party: string | null
}

export const deskTasksInput = z.strictObject({
  mine: z.boolean().default(true),
  due: z.enum(['', 'over', 'today', 'soon']).default(''),
  cursor: z.string().max(400).optional(),
  limit: z.number().int().min(1).max(100).default(40),
})
export type DeskTasksInput = z.infer<typeof deskTasksInput>

export type DeskTask = {
  id: string
  caseId: string
  number: string | null
  caseTitle: string
  title: Words
  role: string | null
  due: string | null
  dueState: InboxRow['dueState']
  daysLeft: number | null
  createdAt: Date
}

export type DeskTasks = { tasks: DeskTask[]; nextCursor: string | null; today: string }

export type JudgeCase = {
  caseId: string
  number: string | null
  title: string
  cause: string | null
  procedure: string | null
  stateTitle: Words
  acceptedAt: Date | null
  trialLimit: {
    due: string
    daysLeft: number
    status: string
    warning: 'over' | 'within-15' | 'within-30' | 'none'
  } | null
  next: InboxRow['next']
}

export type JudgeDocket = {
  cases: JudgeCase[]
  nextCursor: string | null
  today: string
  over: number
  within15: number
  within30: number
  open: number
}

export const judgeDocketInput = z.strictObject({
  warning: z.enum(['', 'over', 'within-15', 'within-30']).default(''),
  withClosed: z.boolean().default(false),
  cursor: z.string().max(400).optional(),
  limit: z.number().int().min(1).max(100).default(40),
})
export type JudgeDocketInput = z.infer<typeof judgeDocketInput>

export const feedsInput = z.strictObject({
  cursor: z.string().max(400).optional(),
  limit: z.number().int().min(1).max(50).default(20),
})
export type FeedsInput = z.infer<typeof feedsInput>

/** What happened lately in the cases this member of staff may see. */
export type FeedItem = {
  caseId: string
  number: string | null
  caseTitle: string
  seq: number
  title: Words
  on: string
  recordedAt: Date
  byParty: boolean
}
export type Feeds = { items: FeedItem[]; nextCursor: string | null }
