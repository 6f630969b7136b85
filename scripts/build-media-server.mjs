#!/usr/bin/env node
// `npm run media-server`: builds the media server of the hearings into .cache/bin, where `npm start` and the tests find it.
// Plain JavaScript for Node 20.19 with nothing but what Node brings.
import { findMediaServer } from './media-server.mjs'
import { buildMediaServer } from './start/media.mjs'

try {
  const found = findMediaServer()
  console.log(found ? `✓ There already: ${found}` : '• go install of the media server (about two minutes)')
  if (!found) console.log(`✓ Built: ${await buildMediaServer({})}`)
} catch (error) {
  console.error(`✗ ${error.message}\n  Go 1.26, or 1.21 and newer with access to its module registry, is needed.`)
  process.exitCode = 1
}
