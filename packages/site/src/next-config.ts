import { resolve } from 'node:path'
import type { NextConfig } from 'next'
import { permissionsPolicy, securityHeaders } from './headers.ts'

/**
 * For next.config.ts in the folder of an app: what stands the same in both sites. `external` loads native code, or must not be bundled;
 * `microphonePages` are the only ones that may open the microphone.
 */
export function nextConfig({
  folder,
  external = [],
  microphonePages = [],
}: {
  folder: string
  external?: string[]
  microphonePages?: readonly string[]
}): NextConfig {
  const root = resolve(folder, '../..')
  return {
    // Workspace packages are TypeScript sources; what opens sockets or loads native code stays outside the bundle.
    transpilePackages: [
      '@court/adapters',
      '@court/api',
      '@court/auth',
      '@court/db',
      '@court/jobs',
      '@court/procedure',
      '@court/site',
      '@court/ui',
      '@court/usecases',
    ],
    serverExternalPackages: [
      ...['pg', '@prisma/client', '@prisma/adapter-pg', 'pino', 'bullmq', 'ioredis', 'nodemailer', 'prom-client'],
      ...['api', 'context-async-hooks', 'core', 'exporter-trace-otlp-http', 'resources', 'sdk-trace-base'].map(
        (name) => `@opentelemetry/${name}`,
      ),
      ...external,
    ],
    turbopack: { root },
    outputFileTracingRoot: root,
    outputFileTracingIncludes: { '/**': ['./messages/**/*.json'] },
    poweredByHeader: false,
    experimental: { serverActions: { bodySizeLimit: '1mb' } },
    headers: () =>
      Promise.resolve([
        { source: '/:path*', headers: securityHeaders },
        ...microphonePages.map((source) => ({ source, headers: [permissionsPolicy({ hasMicrophone: true })] })),
      ]),
  }
}
