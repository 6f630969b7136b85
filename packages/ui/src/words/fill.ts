// '{n} days left' with { n: 3 }. The text comes from the app's messages; nothing here knows a language.
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
}
