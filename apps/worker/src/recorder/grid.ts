/** A picture as cameras and encoders have it (I420): brightness for each point, then two planes of colour at half the size. */
export type Picture = { width: number; height: number; data: Uint8Array }

export type Tile = { picture: Picture; isSpeaking: boolean }

const dark = 16
const bright = 220
const noColour = 128

/**
 * All pictures side by side on one of `width` × `height` (both even), in the order given, whoever speaks in a bright frame. Sides keep their
 * proportion. More than nine are not shown: those who speak come first.
 */
export function drawGrid(tiles: readonly Tile[], { width, height }: { width: number; height: number }): Picture {
  const data = new Uint8Array((width * height * 3) / 2)
  data.fill(dark, 0, width * height)
  data.fill(noColour, width * height)
  const canvas = { width, height, data }
  const shown = tiles.length > tilesMax ? [...tiles].sort(speakingFirst).slice(0, tilesMax) : tiles
  const columns = shown.length <= 1 ? 1 : shown.length <= 4 ? 2 : 3
  const cell = { width: even(width / columns), height: even(height / columns) }
  for (const [index, { picture, isSpeaking }] of shown.entries()) {
    const place = { x: (index % columns) * cell.width, y: Math.floor(index / columns) * cell.height }
    const scale = Math.min(cell.width / picture.width, cell.height / picture.height)
    const size = { width: even(picture.width * scale), height: even(picture.height * scale) }
    const x = place.x + even((cell.width - size.width) / 2)
    const y = place.y + even((cell.height - size.height) / 2)
    drawScaled(canvas, picture, { x, y, ...size })
    if (isSpeaking && shown.length > 1) drawFrame(canvas, { ...place, ...cell })
  }
  return canvas
}

const tilesMax = 9
const even = (length: number) => Math.max(0, Math.floor(length / 2) * 2)
const speakingFirst = (a: Tile, b: Tile) => Number(b.isSpeaking) - Number(a.isSpeaking)

type Area = { x: number; y: number; width: number; height: number }

function drawScaled(canvas: Picture, picture: Picture, area: Area): void {
  const half = ({ x, y, width, height }: Area): Area => ({ x: x / 2, y: y / 2, width: width / 2, height: height / 2 })
  const from = planesOf(picture)
  for (const [index, to] of planesOf(canvas).entries()) {
    const plane = from[index]
    if (plane) copyPlane(plane, to, index === 0 ? area : half(area))
  }
}

type Plane = { data: Uint8Array; width: number; height: number }

function planesOf({ width, height, data }: Picture): Plane[] {
  const [halfWidth, halfHeight] = [(width + 1) >> 1, (height + 1) >> 1]
  const [luma, chroma] = [width * height, halfWidth * halfHeight]
  return [
    { data: data.subarray(0, luma), width, height },
    { data: data.subarray(luma, luma + chroma), width: halfWidth, height: halfHeight },
    { data: data.subarray(luma + chroma, luma + 2 * chroma), width: halfWidth, height: halfHeight },
  ]
}

/** The nearest point: a record needs no more, and it costs next to nothing. */
function copyPlane(from: Plane, to: Plane, area: Area): void {
  const [stepX, stepY] = [from.width / area.width, from.height / area.height]
  const columns = Int32Array.from({ length: area.width }, (_, x) => Math.floor(x * stepX))
  for (let y = 0; y < area.height; y += 1) {
    const source = Math.floor(y * stepY) * from.width
    const target = (area.y + y) * to.width + area.x
    for (let x = 0; x < area.width; x += 1) to.data[target + x] = from.data[source + (columns[x] ?? 0)] ?? dark
  }
}

function drawFrame({ width, data }: Picture, area: Area): void {
  const thickness = 4
  for (let y = area.y; y < area.y + area.height; y += 1) {
    const isEdge = y < area.y + thickness || y >= area.y + area.height - thickness
    const row = y * width + area.x
    if (isEdge) data.fill(bright, row, row + area.width)
    else {
      data.fill(bright, row, row + thickness)
      data.fill(bright, row + area.width - thickness, row + area.width)
    }
  }
}
