import { formStates } from '@court/site/form-state'
import { confirmPath } from './viewer.ts'

export { textOf, textOfWords } from '@court/site/form-state'

export const formStateOf = formStates(confirmPath)
