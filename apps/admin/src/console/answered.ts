import { settle } from '@court/api/errors'
import { kindOf, type Refusal, type Result } from '@court/usecases/refusal'
import { notFound, redirect } from 'next/navigation'
import { pageAsked } from '../server/viewer.ts'

// What a page needs to be drawn at all. What is absent or out of this administrator's reach is one and the same page.
export async function answered<T>(call: Promise<Result<T>>): Promise<T> {
  const answer: Result<T> | Refusal = await settle(call)
  if (answer.ok) return answer.value
  switch (kindOf(answer)) {
    case 'not-found':
    case 'not-allowed':
      return notFound()
    case 'sign-in-needed':
      return redirect(`/sign-in?next=${encodeURIComponent(await pageAsked('/'))}`)
    case 'confirm-again':
      return redirect(`/confirm?next=${encodeURIComponent(await pageAsked('/'))}`)
    default:
      throw new Error(`the page cannot be drawn: ${answer.ruleId}`)
  }
}
