import { nextConfig } from '@court/site/next-config'
import createNextIntlPlugin from 'next-intl/plugin'

export default createNextIntlPlugin('./src/i18n/request.ts')(nextConfig({ folder: import.meta.dirname }))
