import sharp from 'sharp'
import type { FileRefusal } from '@court/usecases/ports/files'
import type { Inspected } from './inspect-file.ts'
import { refuseFile } from './refusals.ts'

const pixelsMax = 80_000_000
const thumbnailPixels = 480

/** Turns the picture upright, drops EXIF (place, device, time) and everything that is not picture by encoding it anew. */
export async function inspectPicture(received: Buffer, kind: 'jpeg' | 'png'): Promise<Inspected | FileRefusal> {
  const picture = () => sharp(received, { limitInputPixels: pixelsMax, failOn: 'error', animated: false })
  try {
    const { width, height } = await picture().metadata()
    if (width * height > pixelsMax) return refuseFile('file.picture-too-many-pixels', { width, height, pixelsMax })
    const upright = picture().rotate()
    const encoded = kind === 'jpeg' ? upright.jpeg({ quality: 90 }) : upright.png({ compressionLevel: 7 })
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true })
    const thumbnail = await sharp(data, { limitInputPixels: pixelsMax })
      .resize(thumbnailPixels, thumbnailPixels, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 72 })
      .toBuffer()
    return { body: data, thumbnail, pageCount: 1, widthPixels: info.width, heightPixels: info.height }
  } catch (error) {
    const isTooLarge = error instanceof Error && error.message.includes('pixel limit')
    return isTooLarge ? refuseFile('file.picture-too-many-pixels', { pixelsMax }) : refuseFile('file.picture-broken')
  }
}
