import { answers } from '@court/site/answered'
import { confirmPath, signInPath } from '../server/viewer.ts'

export const answered = answers({ signIn: signInPath, confirm: confirmPath })
