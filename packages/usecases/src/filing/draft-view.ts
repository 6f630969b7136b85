import type { FormInput } from '@court/procedure/code/form-values'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import type { Form } from '@court/procedure/code/schema/forms'
import type { CourtBrief } from '../courts/court-brief.ts'
import type { Words } from '../refusal.ts'
import type { UploadedMaterial } from '../uploads/material-view.ts'
import type { UploadLimits } from '../uploads/upload-limits.ts'
import type { FieldConditions } from '../codes/field-conditions.ts'
import type { CodeChange } from './code-changes.ts'

/** Everything the pages of one filing are drawn from. */
export type DraftView = {
  draftId: string
  version: number
  title: string
  updatedAt: Date
  court: CourtBrief
  /** Set once it was submitted: then the pages show the receipt, and nothing can be changed. */
  submitted: { courtSlug: string; caseId: string; at: Date } | null
  formId: string
  form: Form
  /** Sections of the court's code that the fields choose from. */
  lists: {
    today: string
    roles: ResolvedCode['roles']
    consents: Record<string, ConsentText>
    reasons: ResolvedCode['reasons']
    materials: ResolvedCode['materials']
  }
  /** What was filled in, by field, as it was typed; materials as they were uploaded. */
  input: FormInput
  conditions: FieldConditions
  materials: UploadedMaterial[]
  limits: UploadLimits
  steps: StepView[]
  /** By path: `parties.0.idNumber`, `claims.1.amountFen`. */
  problems: Record<string, Words>
  /** Which of the parties the person is, as far as it can be told. */
  filer: { role: string; partyId: string } | null
  code: {
    hash: string
    packs: ResolvedCode['packs']
    /** False when the court no longer receives filings of this kind: nothing is lost, but it cannot be submitted here. */
    receivesFilings: boolean
    /**
     * What is different since the draft was begun or last saved under an earlier version of the code; empty when nothing is. Saving,
     * also an empty patch, takes note of it.
     */
    changes: CodeChange[]
    hasChanged: boolean
  }
  /** Answers to questions that the code in force no longer asks: kept, shown, not submitted. */
  noLongerAsked: { field: string; label: Words; value: unknown }[]
}

export type ConsentText = { title: Words; text: Words; version: string; stage: string; hash: string }

export type StepView = {
  id: string
  title: Words
  help: Words | null
  fields: string[]
  /** `empty`: nothing filled in yet; `problems`: something is missing or wrong; `done`. The last step is done with the signature. */
  status: 'empty' | 'problems' | 'done'
  problems: number
}

export type DraftSummary = {
  draftId: string
  title: string
  court: CourtBrief
  version: number
  createdAt: Date
  updatedAt: Date
}

export type SavedDraft = {
  version: number
  updatedAt: Date
  title: string
  steps: StepView[]
  problems: Record<string, Words>
}

/** One field that another device changed since this page was drawn; `facts.fields` of the refusal `draft.changed-elsewhere`. */
export type FieldConflict = { field: string; label: Words; mine: unknown; theirs: unknown }
