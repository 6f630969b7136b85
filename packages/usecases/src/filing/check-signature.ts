import type { Words } from '../refusal.ts'
import type { SignatureInput } from './filing-inputs.ts'

const pointsMin = 8
const pointsMax = 20_000

/** A hand drew something: not a dot, not a slip of the finger. What a signature is worth, the court judges. */
export function signatureProblem({ width, height, strokes }: SignatureInput): Words | null {
  const points = strokes.flat()
  if (points.length > pointsMax)
    return { zh: '笔画太多，请清除后重新签名。', en: 'There are too many strokes. Clear the box and sign again.' }
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const spread = (values: readonly number[]) => (values.length === 0 ? 0 : max(values) + max(values.map((one) => -one)))
  const isDrawn = points.length >= pointsMin && (spread(xs) >= width * 0.1 || spread(ys) >= height * 0.2)
  return isDrawn ? null : { zh: '请在签名处手写您的姓名。', en: 'Write your name by hand in the box.' }
}

const max = (values: readonly number[]) => values.reduce((most, one) => (one > most ? one : most), -Infinity)
