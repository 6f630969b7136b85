import { answers } from '@court/site/answered'
import { askFirst } from '@court/site/page-asked'
import { staffSignInPath } from '../server/viewer.ts'

export const answered = answers({ signIn: staffSignInPath, confirm: () => askFirst('/staff/confirm', '/desk') })
