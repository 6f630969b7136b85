import type { Tx } from '@court/db/database'
import { codeByHash } from '../codes/load-code.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, conflict, invalid, notFound, type Refusal, type Result } from '../refusal.ts'
import { signatureProblem } from './check-signature.ts'
import { codeChanges } from './code-changes.ts'
import type { SignatureInput } from './filing-inputs.ts'
import type { Filer } from './find-filer.ts'
import { checkOpenDraft, noFilingsHere, type OpenDraft } from './open-draft.ts'

export type Ready = { draft: OpenDraft; filer: Filer }

/** Everything that may stand against a submission, in the order in which a person can do something about it. */
export async function readyToSubmit(
  tx: Tx,
  ctx: UseCaseContext,
  draft: OpenDraft,
  { version, signature }: { version: number; signature: SignatureInput },
): Promise<Result<Ready>> {
  const { row, code, formId, form } = draft
  if (!draft.receivesFilings) return noFilingsHere()
  if (row.version !== version) return savedSince(row.version)
  if (row.codeHash !== code.hash) {
    const changes = codeChanges(await codeByHash(tx, row.codeHash), code, formId)
    if (changes.length > 0) return rulesChanged(changes)
  }
  const { problems, filer } = checkOpenDraft(ctx, draft)
  const unsigned = signatureProblem(signature)
  const signing = Object.keys(form.fields).find((name) => form.fields[name]?.type === 'signature') ?? 'signature'
  if (Object.keys(problems).length > 0) return invalid(problems, 'filing.problems')
  if (unsigned) return invalid({ [signing]: unsigned }, 'filing.signature')
  return filer ? accepted({ draft, filer }) : notFound()
}

const savedSince = (version: number): Refusal =>
  conflict({
    ruleId: 'draft.saved-since',
    reason: {
      zh: '核对之后，内容又改过（可能在另一台设备上）。请再核对一遍，然后签名提交。',
      en: 'The answers were changed after you checked them, perhaps on another device. Check them again, then sign and submit.',
    },
    facts: { version },
  })

const rulesChanged = (changes: unknown[]): Refusal =>
  conflict({
    ruleId: 'draft.code-changed',
    reason: {
      zh: '该法院的诉讼规程在您填写期间有了变化。您填写的内容都在；请看过变化的地方，再核对提交。',
      en: 'The rules of this court changed while you were filling in the form. Everything you wrote is kept; look at what is different, then check and submit.',
    },
    facts: { changes },
  })
