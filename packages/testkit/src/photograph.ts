import sharp from 'sharp'

/** A small photographed page: grey paper with noise, other bytes for every text and seed, and EXIF as a phone writes it. */
export function photograph({ text, seed = 1, width = 600, height = 800 }: Photograph): Promise<Buffer> {
  const lines = [...text].map((sign, index) => `<text x="40" y="${90 + index * 24}">${escaped(sign)}</text>`)
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="rgb(${200 + (seed % 40)},${205 + (seed % 30)},198)"/>
    <g font-size="20" fill="#222">${lines.join('')}</g><circle cx="${30 + (seed % 500)}" cy="40" r="9" fill="#933"/></svg>`
  return sharp(Buffer.from(page))
    .jpeg({ quality: 80 })
    .withExif({
      IFD0: { Make: 'TestPhone', Model: `T${seed}` },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '29/1 49/1 0/1' },
    })
    .toBuffer()
}

type Photograph = { text: string; seed?: number; width?: number; height?: number }

const escaped = (sign: string) => (sign === '<' || sign === '&' ? '·' : sign)
