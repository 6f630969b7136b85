import { z } from 'zod'

/** Amounts beyond this cannot be held exactly and are refused everywhere: about ninety trillion yuan. */
export const AMOUNT_FEN_MAX = Number.MAX_SAFE_INTEGER

const fen = z.int().min(0)
const rounding = z.strictObject({ to: z.int().min(1), dir: z.enum(['up', 'down']) })

const bandSchema = z.strictObject({
  /** The first fen of the band: the one above the bound of the band before. */
  fromFen: fen.optional(),
  /** The last fen of the band: a bound belongs to the lower band. The last band may be open. */
  upToFen: fen.optional(),
  fixedFen: fen.optional(),
  ratePpm: z.int().min(0).optional(),
})

export const tariffSchema = z.strictObject({
  mode: z.enum(['marginal', 'step', 'whole']).default('marginal'),
  bands: z.array(bandSchema).min(1),
  minFen: fen.optional(),
  capFen: fen.optional(),
  roundBasisFen: rounding.optional(),
  roundFeeFen: rounding.optional(),
  noAmountFen: fen.optional(),
})

export type Band = z.output<typeof bandSchema>
export type Tariff = z.output<typeof tariffSchema>
export type TariffInput = z.input<typeof tariffSchema>

export type FeeError = { code: string; message: string; path: string }

/** The first fault of the bands, naming those concerned; null when they join up. Bands are counted from 1. */
export function findTariffFault(tariff: Tariff): FeeError | null {
  for (const [index, band] of tariff.bands.entries()) {
    const previous = index === 0 ? undefined : tariff.bands[index - 1]
    const fault = findJoint(band, previous, index) ?? findContent(tariff.mode, band, index)
    if (fault) return fault
  }
  if (tariff.minFen !== undefined && tariff.capFen !== undefined && tariff.minFen > tariff.capFen)
    return fault(
      'minimum-above-cap',
      `The minimum of ${tariff.minFen} fen is above the cap of ${tariff.capFen} fen`,
      'minFen',
    )
  return null
}

function findJoint(band: Band, previous: Band | undefined, index: number): FeeError | null {
  const name = `band ${index + 1}`
  const path = `bands[${index}]`
  if (previous) {
    const before = `band ${index}`
    const bound = previous.upToFen
    if (bound === undefined)
      return band.upToFen === undefined
        ? fault('two-open-ends', `${before} and ${name} are both open at the top; only the last may be`, path)
        : fault('open-band-not-last', `${before} is open at the top but ${name} follows it`, path)
    if (band.fromFen !== undefined && band.fromFen !== bound + 1) {
      const from = `${before} ends at ${bound} fen and ${name} begins at ${band.fromFen}`
      if (band.fromFen === bound)
        return fault(
          'shared-bound',
          `${before} and ${name} share the bound ${bound} fen; ${name} begins at ${bound + 1}`,
          `${path}.fromFen`,
        )
      if (band.fromFen > bound) return fault('gap', `A gap: ${from}`, `${path}.fromFen`)
      return fault('overlap', `An overlap: ${from}`, `${path}.fromFen`)
    }
    if (band.upToFen === bound)
      return fault('overlap', `${before} and ${name} overlap: both end at ${bound} fen`, `${path}.upToFen`)
    if (band.upToFen !== undefined && band.upToFen < bound)
      return fault(
        'wrong-order',
        `${name} (up to ${band.upToFen} fen) stands after ${before} (up to ${bound} fen); bands go up`,
        `${path}.upToFen`,
      )
  }
  if (band.fromFen !== undefined && band.upToFen !== undefined && band.fromFen > band.upToFen)
    return fault(
      'wrong-order',
      `${name} begins at ${band.fromFen} fen, after its own end at ${band.upToFen}`,
      `${path}.fromFen`,
    )
  return null
}

function findContent(mode: Tariff['mode'], band: Band, index: number): FeeError | null {
  const hasFixed = band.fixedFen !== undefined
  const hasRate = band.ratePpm !== undefined
  if (mode === 'step' && hasFixed === hasRate)
    return fault(
      'band-content',
      `band ${index + 1}: under step a band has either fixedFen or ratePpm`,
      `bands[${index}]`,
    )
  if (mode === 'whole' && (hasFixed || !hasRate))
    return fault(
      'band-content',
      `band ${index + 1}: under whole a band has ratePpm and nothing else`,
      `bands[${index}]`,
    )
  return null
}

function fault(code: string, message: string, path: string): FeeError {
  return { code, message, path: `tariff.${path}` }
}
