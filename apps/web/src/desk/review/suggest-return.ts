import type { FormInput } from '@court/procedure/code/form-values'
import type { MaterialView } from '@court/usecases/case/page/case-page-types'

type Marked = Pick<MaterialView, 'title' | 'reviewStatus' | 'reviewReasons' | 'reviewNote' | 'isSuperseded'>

// One consolidated notice out of the marks: every reason once, and in the note which paper is meant.
export function suggestReturn(
  values: FormInput,
  materials: readonly Marked[],
  {
    known,
    unreadable,
    original,
  }: { known: readonly string[]; unreadable: string; original: (title: string) => string },
): FormInput {
  const wanting = materials.filter(
    ({ isSuperseded, reviewStatus }) =>
      !isSuperseded && (reviewStatus === 'returned' || reviewStatus === 'original-required'),
  )
  if (wanting.length === 0) return values
  const codes = wanting.flatMap(({ reviewStatus, reviewReasons }) =>
    reviewReasons.length > 0 ? reviewReasons.map(({ code }) => code) : reviewStatus === 'returned' ? [unreadable] : [],
  )
  const given = Array.isArray(values['reasons']) ? (values['reasons'] as string[]) : []
  const note = wanting.flatMap(({ title, reviewStatus, reviewNote }) => [
    ...(reviewStatus === 'original-required' ? [original(title)] : []),
    ...(reviewNote ? [`${title}：${reviewNote}`] : []),
  ])
  const reasons = [...new Set([...given, ...codes])].filter((code) => known.includes(code))
  return {
    ...values,
    reasons,
    ...(note.length > 0 && !values['note'] ? { note: note.join('\n') } : {}),
  }
}
