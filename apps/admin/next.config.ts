import { resolve } from 'node:path'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'
import { securityHeaders } from './src/security/headers.ts'

const config: NextConfig = {
  // Workspace packages are TypeScript sources; what opens sockets or loads native code stays outside the bundle.
  transpilePackages: [
    '@court/adapters',
    '@court/api',
    '@court/auth',
    '@court/db',
    '@court/jobs',
    '@court/procedure',
    '@court/ui',
    '@court/usecases',
  ],
  serverExternalPackages: ['pg', '@prisma/client', '@prisma/adapter-pg', 'pino', 'bullmq', 'ioredis', 'nodemailer'],
  turbopack: { root: resolve(import.meta.dirname, '../..') },
  outputFileTracingRoot: resolve(import.meta.dirname, '../..'),
  outputFileTracingIncludes: { '/**': ['./messages/**/*.json'] },
  poweredByHeader: false,
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
  headers: () => Promise.resolve([{ source: '/:path*', headers: securityHeaders }]),
}

export default createNextIntlPlugin('./src/i18n/request.ts')(config)
