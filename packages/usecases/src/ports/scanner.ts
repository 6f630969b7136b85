/**
 * `unavailable` fails closed: the file waits, and is shown to nobody, until a scan has said `clean`. `not-configured` is the answer of a
 * machine that has no scanner at all; it is recorded with the file, so that the file can be scanned later.
 */
export type ScanResult =
  | { verdict: 'clean' }
  | { verdict: 'infected'; signature: string }
  | { verdict: 'unavailable'; detail: string }
  | { verdict: 'not-configured' }

export type ScannerPort = { scan(input: { body: Uint8Array }): Promise<ScanResult> }
