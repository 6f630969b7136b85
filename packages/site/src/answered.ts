import { settle } from '@court/api/errors'
import { kindOf, type Refusal, type Result } from '@court/usecases/refusal'
import { notFound, redirect } from 'next/navigation'

/** What a page needs to be drawn at all. What is absent or not this reader's is one and the same page; who is there is asked by the door. */
export const answers =
  (door: { signIn: () => Promise<string>; confirm: () => Promise<string> }) =>
  async <T>(call: Promise<Result<T>>): Promise<T> => {
    const answer: Result<T> | Refusal = await settle(call)
    if (answer.ok) return answer.value
    switch (kindOf(answer)) {
      case 'not-found':
      case 'not-allowed':
        return notFound()
      case 'sign-in-needed':
        return redirect(await door.signIn())
      case 'confirm-again':
        return redirect(await door.confirm())
      default:
        throw new Error(`the page cannot be drawn: ${answer.ruleId}`)
    }
  }
