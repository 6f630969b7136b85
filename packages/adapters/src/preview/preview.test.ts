import sharp from 'sharp'
import { expect, test } from 'vitest'
import { createPreviewCache } from './preview-cache.ts'
import { renderPage } from './render-page.ts'

const picture = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#bbccdd' } })
    .png()
    .toBuffer()

test('a picture becomes a JPEG of the width asked for, and has one page', async () => {
  const bytes = await picture()
  const drawn = await renderPage({ bytes, mime: 'image/png', page: 1, widthPx: 320 })
  expect(await sharp(drawn ?? Buffer.alloc(0)).metadata()).toMatchObject({ format: 'jpeg', width: 320 })
  expect(await renderPage({ bytes, mime: 'image/png', page: 2, widthPx: 320 })).toBeNull()
})

test('a Word document has no pictures', async () => {
  const mime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  expect(await renderPage({ bytes: new Uint8Array(4), mime, page: 1, widthPx: 320 })).toBeNull()
})

test('what is asked for many times at once is drawn once, and then kept', async () => {
  const cache = createPreviewCache()
  let drawn = 0
  const draw = async () => {
    drawn += 1
    await new Promise((resolve) => setImmediate(resolve))
    return new Uint8Array(10)
  }
  await Promise.all(Array.from({ length: 20 }, () => cache.get('a', draw)))
  await cache.get('a', draw)
  expect(drawn).toBe(1)
})

test('no more are drawn at a time than allowed, and the bound of memory holds', async () => {
  const cache = createPreviewCache({ bytesMax: 25, atOnce: 2 })
  let active = 0
  let most = 0
  const draw = async () => {
    active += 1
    most = Math.max(most, active)
    await new Promise((resolve) => setImmediate(resolve))
    active -= 1
    return new Uint8Array(10)
  }
  await Promise.all(Array.from({ length: 9 }, (_, index) => cache.get(`k${index}`, draw)))
  expect(most).toBe(2)
  let again = 0
  await cache.get('k0', async () => {
    again += 1
    return Promise.resolve(new Uint8Array(10))
  })
  expect(again).toBe(1)
})

test('a page that fails is asked for anew next time', async () => {
  const cache = createPreviewCache({ atOnce: 1 })
  await expect(cache.get('x', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await cache.get('x', () => Promise.resolve(new Uint8Array(3)))).toHaveLength(3)
})
