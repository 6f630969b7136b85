import { formStates } from '@court/site/form-state'
import { askFirst } from '@court/site/page-asked'
import { getActor } from './viewer.ts'

export { textOf, textOfWords } from '@court/site/form-state'

// Staff prove themselves by their authenticator, everybody else by a text message.
export const formStateOf = formStates(async () => {
  const { kind } = await getActor()
  return askFirst(kind === 'staff' ? '/staff/confirm' : '/account/confirm', '/account')
})
