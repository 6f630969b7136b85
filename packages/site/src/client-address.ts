/**
 * Who asked, among the addresses a request went through: each proxy of ours adds on the right whom it saw, the server itself its
 * own peer (note-peer.ts). What stands further left was said by the browser and proves nothing.
 */
export function clientAddress(forwardedFor: string | null, trustedProxies: number): string | null {
  const addresses = (forwardedFor ?? '').split(',').map((address) => address.trim())
  return addresses.at(-1 - trustedProxies)?.slice(0, 64) || null
}
