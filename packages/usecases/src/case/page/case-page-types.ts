import type { Form } from '@court/procedure/code/schema/forms'
import type { Reference } from '@court/procedure/code/schema/reference'
import type { ClockStatus, ClockView } from '@court/procedure/docket/clocks'
import type { Refusal, Words } from '../../refusal.ts'

/** A role with its title in the code of the case. `court` and `parties` are titles too. */
export type RoleView = { role: string; title: Words }

export type CourtView = { id: string; slug: string; name: Words; code: string; zone: string }

/** Everything one page of a case shows to this viewer; what the viewer may not see is not in it. */
export type CasePage = {
  court: CourtView
  /** The day in the court's zone. */
  today: string
  case: CaseHead
  viewer: CaseViewer
  state: StateView
  stages: StageMapView
  next: NextView | null
  docket: DocketLine[]
  parties: PartyView[]
  claims: ClaimView[]
  materials: MaterialView[]
  clocks: ClockPageView[]
  tasks: TaskView[]
  fees: FeeNoticeView[]
  /** Papers of the court, oldest first. To read one here is not service. */
  documents: DocumentView[]
  questions: QuestionView[]
  notices: CaseNoticeView[]
  consents: ConsentView[]
  /** Grounds as they were filed; null where the viewer may not read them. */
  grounds: string | null
  actions: ActionView[]
  integrity: DocketIntegrity
  /** End of the docket as shown; `perform` sends it back so that a change in between is noticed. */
  headSeq: number
  packs: { id: string; version: string; layer: string; title: Words }[]
  codeHash: string
}

export type CaseHead = {
  id: string
  number: string | null
  title: string
  cause: { code: string; title: string } | null
  procedure: IdTitle | null
  amountFen: number | null
  receiptNumber: string | null
  visibility: string
  submittedAt: Date
  acceptedAt: Date | null
  closedAt: Date | null
  judge: StaffView | null
  clerk: StaffView | null
  unit: Words | null
}

export type IdTitle = { id: string; title: Words }
export type StaffView = { id: string; name: string; title: string | null }

export type CaseViewer = {
  side: 'party' | 'court'
  roles: RoleView[]
  /** The party one is or acts for. */
  partyId: string | null
  isAgent: boolean
}

export type StateView = {
  id: string
  title: Words
  meaning: Words | null
  phase: string
  /** Legal day on which it was entered. */
  since: string | null
  recordedAt: string | null
  isTerminal: boolean
  /** Who has the case now. */
  holder: RoleView[]
  /** The member of staff by name, where one person has it. */
  holderName: string | null
  isWithMe: boolean
}

/** For the drawing of the road: every state and every move of the code, and where this case has been. */
export type StageMapView = {
  states: { id: string; title: Words; phase: string; order: number }[]
  moves: { from: string; to: string; action: string; title: Words }[]
  visited: string[]
  current: string
}

export type NextView = {
  what: Words
  by: RoleView
  due: string | null
  dueAt: string | null
  clockKey: string | null
  isOverdue: boolean
  isForMe: boolean
  references: Reference[]
}

export type DocketLine = {
  seq: number
  type: string
  title: Words
  /** Legal day, and the instant at which it was recorded. */
  on: string
  recordedAt: string
  actor: { kind: 'person' | 'staff' | 'system'; roles: RoleView[]; name: string | null }
  action: { id: string; title: Words } | null
  /** The party concerned, as shown. */
  subject: { partyId: string; name: string } | null
  details: DetailView[]
  references: Reference[]
  isAdverse: boolean
  correctedBy: number | null
  corrects: number | null
  materialIds: string[]
  hash: string
}

/** One datum in words: label and value in both languages. `amountFen` and `day` are for formatting by the page. */
export type DetailView =
  | { kind: 'text'; label: Words | null; value: Words }
  | { kind: 'amount'; label: Words | null; amountFen: number }
  | { kind: 'day'; label: Words | null; day: string }
  /** Rests only as a salted commitment; the text stands elsewhere on the page, or was disposed of. */
  | { kind: 'sealed'; label: Words | null }

export type PartyView = {
  id: string
  role: RoleView
  position: number
  kind: string
  /** In full for those with the right, else masked. */
  name: string
  isMe: boolean
  isAbroad: boolean
  isMissing: boolean
  idKind: string | null
  /** Masked; `unmask` shows it in full and logs it. Null when nothing is known. */
  idNumber: string | null
  phone: string | null
  address: string | null
  email: string | null
  isAddressProtected: boolean
  representativeName: string | null
  nationality: string | null
  /** Fields this viewer may have shown in full. */
  canUnmask: PersonalFieldName[]
  agents: AgentView[]
  /** Agreed to electronic service, with the facts recorded before. */
  hasEService: boolean
}

export const personalFieldNames = ['identity-number', 'phone', 'address', 'email'] as const
export type PersonalFieldName = (typeof personalFieldNames)[number]

export type AgentView = {
  id: string
  kind: string
  name: string
  firm: string | null
  licenceNumber: string | null
  phone: string | null
  powers: string[]
  validFrom: string
  validTo: string | null
  isMe: boolean
}

export type ClaimView = {
  id: string
  position: number
  kind: string
  kindTitle: Words | null
  text: string
  amountFen: number | null
}

export type MaterialView = {
  id: string
  kind: string
  kindTitle: Words
  title: string
  volume: string
  party: { id: string; name: string } | null
  submittedBy: 'party' | 'court'
  submittedAt: Date
  entrySeq: number | null
  pages: number
  reviewStatus: 'pending' | 'passed' | 'returned' | 'original-required'
  reviewReasons: { code: string; text: Words; mend: Words | null }[]
  reviewNote: string | null
  isSuperseded: boolean
  files: MaterialFileView[]
}

export type MaterialFileView = {
  id: string
  fileName: string
  mime: string
  sizeBytes: number
  pages: number | null
  rotation: number
  sha256: string
  hasThumbnail: boolean
}

export type ClockPageView = {
  key: string
  periodId: string
  title: Words
  subject: { partyId: string; name: string } | null
  whose: RoleView
  status: ClockStatus
  startedBy: number
  startedOn: string
  due: string
  dueAt: string
  isProvisional: boolean
  isLate: boolean
  clearedOn: string | null
  clearedBy: number | null
  /** "Why this date", step by step. */
  proof: { text: Words; day: string | null }[]
  /** The request and answer for anybody who wants to check the proof with other code. */
  check: { request: ClockView['request']; isValid: boolean }
  references: Reference[]
  /** Earlier dates, oldest first, with why each was replaced by the next. */
  history: { due: string; because: Words; seq: number; at: string }[]
}

export type TaskView = {
  id: string
  kind: string
  title: Words
  role: RoleView | null
  due: string | null
  clockKey: string | null
  action: string | null
  isMine: boolean
}

export type FeeNoticeView = {
  id: string
  number: string
  kind: string
  amountFen: number
  /** Steps of the fee engine, as they were when the notice was given. */
  arithmetic: { steps: unknown[]; title: Words | null }
  due: string | null
  status: 'owed' | 'paid' | 'waived' | 'deferred' | 'overdue'
  issuedAt: Date
  payments: { id: string; amountFen: number; method: string; voucher: string; paidOn: string }[]
}

export type DocumentView = {
  key: string
  document: string
  title: Words
  body: Words
  on: string
  /** The entry of the act that called for it. */
  entrySeq: number
  to: { partyId: string; name: string }[]
  hasSeal: boolean
}

export type QuestionView = {
  id: string
  text: string
  askedAt: Date
  isMine: boolean
  askedBy: string | null
  status: 'open' | 'answered'
  answers: { id: string; text: string; answeredAt: Date; by: string | null }[]
}

export type CaseNoticeView = {
  id: string
  title: Words
  body: Words
  at: Date
  readAt: Date | null
  recipient: { kind: 'person' | 'staff'; name: string | null; isMe: boolean }
  deliveries: {
    channel: 'app' | 'mail' | 'sms'
    state: 'queued' | 'sent' | 'delivered' | 'failed' | 'unknown'
    at: Date
  }[]
}

export type ConsentView =
  | {
      kind: 'online'
      partyId: string | null
      stage: string
      title: Words
      choice: string
      version: string
      noticeHash: string
      at: Date
    }
  | {
      kind: 'electronic-service'
      partyId: string | null
      channel: string
      version: string
      noticeHash: string
      consentedAt: Date | null
      withdrawnAt: Date | null
    }

export type ActionView = {
  action: string
  title: Words
  by: RoleView[]
  references: Reference[]
  /** True, or why not now: the rule and the reason. */
  allowed: true | Refusal
  hasForm: boolean
  isDangerous: boolean
  confirm: Words | null
  /** The action has a page of its own under this name; otherwise the generic form serves. */
  page: string | null
  due: string | null
  clockKey: string | null
  order: number
}

export type DocketIntegrity = {
  /** Does every link of the chain hold, up to the head that is on record? */
  isWhole: boolean
  entries: number
  headHash: string | null
  /** Where it breaks. */
  brokenAt: number | null
}

/** The form of an action with what it offers at first and what can be chosen. */
export type ActionForm = {
  court: CourtView
  caseId: string
  action: ActionView
  formId: string | null
  form: Form | null
  values: Record<string, unknown>
  options: ActionOptions
  today: string
  headSeq: number
  /** What the fee rules say now, where the form asks for a fee. */
  fee: { feeFen: number; title: Words; steps: unknown[]; references: Reference[] } | null
  /** And what they say for each procedure that may be chosen. */
  feeByProcedure: { procedure: string; title: Words; feeFen: number }[]
  /** Which procedure the rules propose, with the table behind it. */
  procedure: {
    proposed: string | null
    lines: { procedure: string; title: Words; holds: boolean; references: Reference[] }[]
  } | null
}

export type Option = { value: string; label: Words; help?: Words | undefined; isBlocked?: Words | undefined }

/** By field of the form. */
export type ActionOptions = {
  parties: Record<string, Option[]>
  clocks: Record<string, Option[]>
  entries: Record<string, Option[]>
  staff: Record<string, Option[]>
  reasons: Record<
    string,
    (Option & { text: Words; mend: Words | null; references: Reference[]; field: string | null })[]
  >
  /** Kinds of material a list may hold. */
  materials: Record<string, Option[]>
  consents: Record<string, { id: string; title: Words; text: Words; version: string }>
}

/** What would happen, shown before it is saved. */
export type ActionPreview = {
  action: { id: string; title: Words }
  state: { from: IdTitle; to: IdTitle }
  entries: { type: string; title: Words; on: string; subject: string | null }[]
  clocks: ClockChangeView[]
  tasks: { opens: { title: Words; role: RoleView | null; due: string | null }[]; closes: { title: Words }[] }
  notices: { to: Words; notice: Words; channels: ('app' | 'mail' | 'sms')[] }[]
  documents: { title: Words; to: string[]; body: Words }[]
  /** The number that would come next, and from whom the judge would be drawn. */
  caseNumber: string | null
  judges: { name: string; weight: number }[] | null
}

export type ClockChangeView = {
  key: string
  title: Words
  subject: string | null
  kind: 'starts' | 'moves' | 'clears' | 'stops' | 'goes-on' | 'falls-away'
  from: string | null
  to: string | null
  because: Words | null
}

export type ActionDone = {
  caseId: string
  headSeq: number
  state: string
  caseNumber: string | null
  /** What was recorded, for the sentence on top of the page. */
  title: Words
  judge: { id: string; name: string } | null
}
