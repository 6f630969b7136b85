const kinds: [RegExp, string][] = [
  [/MicroMessenger\/([\d.]+)/, 'WeChat'],
  [/Edg(?:A|iOS)?\/([\d.]+)/, 'Edge'],
  [/(?:Firefox|FxiOS)\/([\d.]+)/, 'Firefox'],
  [/(?:Chrome|CriOS)\/([\d.]+)/, 'Chrome'],
  [/Version\/([\d.]+).*Safari/, 'Safari'],
]

/** The browser and its main version, and no more: enough to help, not enough to tell people apart. */
export function browserName(userAgent: string): string {
  for (const [pattern, name] of kinds) {
    const version = pattern.exec(userAgent)?.[1]
    if (version) return `${name} ${version.split('.')[0]}`
  }
  return ''
}
