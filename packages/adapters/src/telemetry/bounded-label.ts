/**
 * Lets the first `max` values of a label through and gathers all later ones under `other`: 3,500 courts, or whatever a stranger types
 * into an address, cannot fill the memory of the process or of the monitor.
 */
export function boundedLabel(max: number): (value: string) => string {
  const known = new Set<string>()
  return (value) => {
    if (known.has(value)) return value
    if (known.size >= max) return 'other'
    known.add(value)
    return value
  }
}
