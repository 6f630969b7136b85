import { BackToList } from '../../../../desk/back-to-list.tsx'
import { CaseView } from '../../../../desk/case/case-view.tsx'
import { DoneNote } from '../../../../desk/case/done-note.tsx'
import { DeskFrame } from '../../../../desk/desk-frame.tsx'
import { getCasePage } from '../../../../desk/case/get-case-page.ts'

type Props = { params: Promise<{ caseId: string }>; searchParams: Promise<{ done?: string | string[] }> }

export async function generateMetadata({ params }: Props) {
  const { page } = await getCasePage((await params).caseId)
  return { title: page.case.number ?? page.case.title }
}

export default async function CasePage({ params, searchParams }: Props) {
  const [{ caseId }, { done }] = await Promise.all([params, searchParams])
  const { page, reader } = await getCasePage(caseId)
  return (
    <DeskFrame reader={reader}>
      <div className="desk-width pt-1">
        <BackToList caseId={caseId} />
      </div>
      {typeof done === 'string' ? <DoneNote page={page} action={done} /> : null}
      <CaseView page={page} />
    </DeskFrame>
  )
}
