import { PreferenceTools as Tools } from '@court/site/screens/preference-tools'
import { chooseElder, chooseLocale } from '../preferences/actions.ts'

export const PreferenceTools = () => <Tools chooseLocale={chooseLocale} chooseElder={chooseElder} />
