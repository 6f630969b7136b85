import type { ScannerPort } from '@court/usecases/ports/scanner'

export const noScanner: ScannerPort = { scan: () => Promise.resolve({ verdict: 'not-configured' }) }
