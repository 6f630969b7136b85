import type { Locale } from '@court/site/preferences'

type Option = { value: string; label: string }

const known = new Map<Locale, Option[]>()

/** Issuers of passports (ISO 3166-1), named and sorted in the reader's language. */
export function countryOptions(locale: Locale): Option[] {
  const options = known.get(locale) ?? readOptions(locale)
  known.set(locale, options)
  return options
}

function readOptions(locale: Locale): Option[] {
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' })
  return codes()
    .flatMap((value) => {
      const label = names.of(value)
      return label ? [{ value, label }] : []
    })
    .sort((left, right) => left.label.localeCompare(right.label, locale))
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

// Two letters that Unicode knows as a region; those it keeps for groups of countries and for itself issue no passports.
const codes = () =>
  letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => !notIssuers.has(code))

const notIssuers = new Set('EU EZ UN QO XA XB XK ZZ AC CP CQ DG EA IC TA'.split(' '))
