type Header = { key: string; value: string }

/** What a page may use of the device. Papers are photographed on many pages; the microphone is for the rooms of hearings alone. */
export const permissionsPolicy = ({ hasMicrophone }: { hasMicrophone: boolean }): Header => ({
  key: 'Permissions-Policy',
  value: `camera=(self), microphone=(${hasMicrophone ? 'self' : ''}), geolocation=(self), payment=(), usb=()`,
})

// Headers that are the same for every answer. The content security policy is not among them: it carries a nonce (proxy.ts).
export const securityHeaders: Header[] = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  permissionsPolicy({ hasMicrophone: false }),
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
  { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
]

// Style attributes are allowed (positioned popovers set them); style elements and scripts need the nonce of this answer.
// `connectTo`: other servers that this one page talks to (the media server, in the room of a hearing).
export function contentSecurityPolicy({
  nonce,
  isDevelopment,
  connectTo = [],
}: {
  nonce: string
  isDevelopment: boolean
  connectTo?: readonly string[]
}): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    ["connect-src 'self'", ...connectTo].join(' '),
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
