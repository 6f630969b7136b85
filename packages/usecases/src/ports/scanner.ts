/** `unavailable` fails closed: the file waits, and is not shown to anybody, until a scan has said `clean`. */
export type ScanResult = { verdict: 'clean' } | { verdict: 'infected'; signature: string } | { verdict: 'unavailable'; detail: string }

export type ScannerPort = { scan(input: { body: Uint8Array }): Promise<ScanResult> }
