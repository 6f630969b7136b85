import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import { mayReadMaterial } from '@court/procedure/docket/view'
import type { OpenCase } from '../open-case.ts'
import type { CaseFile } from './ask-case.ts'
import type { ClaimView, MaterialView } from './case-page-types.ts'
import { same } from './role-view.ts'

/** The file of the case, as far as this actor may read it. */
export function materialViews(
  { materials, files }: Pick<CaseFile, 'materials' | 'files'>,
  open: OpenCase,
  party: (id: string | undefined | null) => string | null,
): MaterialView[] {
  const { code, state, acting } = open
  const filesOf = Map.groupBy(files, ({ materialId }) => materialId)
  return materials
    .filter(({ kind, partyId }) => mayReadMaterial({ type: kind, subject: partyId ?? undefined }, state, code, acting))
    .map((material) => {
      const name = party(material.partyId)
      const { codes, note } = reviewOf(material.reviewReasons)
      return {
        id: material.id,
        kind: material.kind,
        kindTitle: code.materials[material.kind]?.title ?? same(material.kind),
        title: material.title,
        volume: material.volume,
        party: material.partyId && name ? { id: material.partyId, name } : null,
        submittedBy: material.submittedByStaffId ? 'court' : 'party',
        submittedAt: material.submittedAt,
        entrySeq: material.entrySeq,
        pages: material.pages,
        reviewStatus: statusOf(material.reviewStatus),
        reviewReasons: codes.map((reason) => reasonView(code, reason)),
        reviewNote: note,
        isSuperseded: material.supersededById !== null,
        files: (filesOf.get(material.id) ?? []).map((file) => ({
          id: file.id,
          fileName: file.fileName,
          mime: file.blob.mime,
          sizeBytes: file.blob.sizeBytes,
          pages: file.blob.pages,
          rotation: file.rotation,
          sha256: file.blobSha256,
          hasThumbnail: file.blob.thumbnailKey !== null,
        })),
      }
    })
}

function statusOf(text: string): MaterialView['reviewStatus'] {
  return text === 'passed' || text === 'returned' || text === 'original-required' ? text : 'pending'
}

function reasonView(code: ResolvedCode, reason: string) {
  const rule = code.reasons[reason]
  return { code: reason, text: rule?.text ?? same(reason), mend: rule?.mend ?? null }
}

/** As `reviewMaterial` writes it. */
function reviewOf(json: unknown): { codes: string[]; note: string | null } {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { codes: [], note: null }
  const { codes, note } = json as { codes?: unknown; note?: unknown }
  return {
    codes: Array.isArray(codes) ? codes.filter((one): one is string => typeof one === 'string') : [],
    note: typeof note === 'string' && note !== '' ? note : null,
  }
}

export function claimViews({ claims }: Pick<CaseFile, 'claims'>, { code }: OpenCase): ClaimView[] {
  const titles = claimKinds(code)
  return claims.map(({ id, position, kind, text, amountFen }) => ({
    id,
    position,
    kind,
    kindTitle: titles.get(kind) ?? null,
    text,
    amountFen: amountFen === null ? null : Number(amountFen),
  }))
}

/** The labels of the kinds of claim, from the form that they were filed with. */
function claimKinds(code: ResolvedCode) {
  const claims = Object.values(code.forms).flatMap(({ fields }) => {
    const field = fields['claims']
    return field?.type === 'list-of' && field.item['kind']?.type === 'choice' ? field.item['kind'].choices : []
  })
  return new Map(claims.map(({ value, label }) => [value, label]))
}
