import { nextConfig } from '@court/site/next-config'
import createNextIntlPlugin from 'next-intl/plugin'
import { microphonePages } from './src/security/hearing-pages.ts'

const external = [
  'sharp',
  '@napi-rs/canvas',
  'pdfjs-dist',
  '@cantoo/pdf-lib',
  '@tus/server',
  '@tus/file-store',
  'file-type',
  'yauzl',
]

export default createNextIntlPlugin('./src/i18n/request.ts')(
  nextConfig({ folder: import.meta.dirname, external, microphonePages }),
)
