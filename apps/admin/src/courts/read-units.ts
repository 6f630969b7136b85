type Unit = { kind: 'division' | 'tribunal'; nameZh: string; nameEn: string }

// One unit a line, as somebody copies them from a list: 立案庭 | Filing Division. A name that ends in 人民法庭 is a tribunal.
export function readUnits(text: string): Unit[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [zh = '', en = ''] = line.split(/[|｜]/).map((part) => part.trim())
      return { kind: zh.endsWith('人民法庭') ? 'tribunal' : 'division', nameZh: zh, nameEn: en }
    })
}

export function writeUnits(units: readonly { nameZh: string; nameEn: string; isActive?: boolean }[]): string {
  return units
    .filter(({ isActive }) => isActive !== false)
    .map(({ nameZh, nameEn }) => `${nameZh} | ${nameEn}`)
    .join('\n')
}
