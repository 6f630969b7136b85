// Countries and regions under their ISO 3166-1 codes, named and ordered as the reader's language does.
export function countryOptions(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  return codes
    .filter((code) => !notCountries.has(code))
    .flatMap((value) => {
      const label = names.of(value)
      return label === undefined ? [] : [{ value, label }]
    })
    .sort((a, b) => a.label.localeCompare(b.label, locale))
}

// Unions, pseudo-regions and codes of countries that are no more.
const notCountries = new Set(
  'EU EZ UN ZZ QO XA XB AN BU CS DD DY FX HV NH NT RH SU TP UK VD YD YU ZR CP DG EA IC TA AC CQ'.split(' '),
)
