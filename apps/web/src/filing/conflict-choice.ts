// Which version the person chose, of each answer that another device had changed.
export const conflictName = (field: string): string => `conflict.${field}`

export function conflictChoices(data: FormData, fields: readonly string[]): { mine: string[]; theirs: string[] } {
  const chose = (version: string) => fields.filter((field) => data.get(conflictName(field)) === version)
  return { mine: chose('mine'), theirs: chose('theirs') }
}
