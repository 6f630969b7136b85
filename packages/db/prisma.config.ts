import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// Without a download Prisma has no schema engine; ours is used unless another is named. "none" asks for Prisma's own.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= here('tools/schema-engine.mjs')
if (process.env['PRISMA_SCHEMA_ENGINE_BINARY'] === 'none') delete process.env['PRISMA_SCHEMA_ENGINE_BINARY']

export default defineConfig({
  schema: here('prisma/schema'),
  migrations: { path: here('prisma/migrations') },
  datasource: {
    url: process.env['DATABASE_URL'] ?? 'postgresql://owner@127.0.0.1:5432/tongheng',
    ...(process.env['SHADOW_DATABASE_URL'] ? { shadowDatabaseUrl: process.env['SHADOW_DATABASE_URL'] } : {}),
  },
})
