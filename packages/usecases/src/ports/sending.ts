/**
 * What a channel answered. `accepted`: the provider has it, a delivery report may follow. `refused`: it will never take this message
 * (bad address, blocked): do not repeat. `unavailable`: it certainly did not take it: repeat. `unknown`: it may have taken it (time-out
 * after the body was sent): not repeated, a person must look.
 */
export type SendResult =
  | { outcome: 'accepted'; providerId: string }
  | { outcome: 'refused'; detail: string }
  | { outcome: 'unavailable'; detail: string }
  | { outcome: 'unknown'; detail: string }
