import type { ItemField } from '../code/schema/forms.ts'
import type { Words } from '../code/schema/words.ts'
import type { JsonObject, JsonValue } from './entry.ts'
import type { Situation } from './situation.ts'

type Listed<Type> = {
  path: string
  field: Extract<ItemField, { type: Type }>
  value: JsonValue | undefined
  situation: Situation
}

/** Every party has an id, a role that the form offers, a kind and a name; the roles that the form needs are there. */
export function checkParties({ path, field, value, situation }: Listed<'party-list'>): Record<string, Words> {
  const parties = recordsOf(value)
  if (parties === undefined) return { [path]: { zh: '请添加当事人。', en: 'Add the parties.' } }
  const problems: Record<string, Words> = {}
  const max = Math.min(field.maxItems ?? Infinity, boundOf(situation, 'maxParties'))
  if (parties.length > max) problems[path] = { zh: `最多${max}名当事人。`, en: `At most ${max} parties.` }
  for (const role of field.needs) {
    if (parties.some((party) => party['role'] === role)) continue
    const title = situation.code.roles[role]?.title ?? { zh: role, en: role }
    problems[path] = { zh: `请至少添加一名${title.zh}。`, en: `Add at least one ${title.en.toLowerCase()}.` }
  }
  const seen = new Set<string>()
  for (const [index, party] of parties.entries()) {
    const at = `${path}.${index}`
    const { id, role, kind, name } = party
    if (typeof id !== 'string' || id === '' || seen.has(id))
      problems[at] = { zh: '该当事人重复，请删去一个。', en: 'This party stands twice. Remove one.' }
    else seen.add(id)
    if (typeof role !== 'string' || !field.roles.includes(role))
      problems[`${at}.role`] = { zh: '请选择诉讼地位。', en: 'Choose the role of this party.' }
    if (typeof kind !== 'string' || kind === '')
      problems[`${at}.kind`] = { zh: '请选择是个人还是单位。', en: 'Choose person or organisation.' }
    if (typeof name !== 'string' || name.trim() === '')
      problems[`${at}.name`] = { zh: '请填写姓名或者名称。', en: 'Fill in the name.' }
    else if ([...name].length > 200)
      problems[`${at}.name`] = { zh: '名称最多200个字。', en: 'A name has at most 200 characters.' }
  }
  return problems
}

/**
 * Every material has a kind that the form offers, and files or the hash of what was stored; the kinds that the form needs
 * are there, and all together stay within the limits of the court.
 */
export function checkMaterials({ path, field, value, situation }: Listed<'material-list'>): Record<string, Words> {
  const materials = recordsOf(value)
  if (materials === undefined) return { [path]: { zh: '请添加材料。', en: 'Add the material.' } }
  const problems: Record<string, Words> = {}
  const files = materials.reduce((sum, one) => sum + Math.max(1, filesOf(one).length), 0)
  const filesMax = boundOf(situation, 'maxFiles')
  if (files > filesMax)
    problems[path] = {
      zh: `最多${filesMax}个文件，现在是${files}个，请合并或者删去。`,
      en: `At most ${filesMax} files; there are ${files}. Join or remove some.`,
    }
  const pages = materials.reduce((sum, one) => sum + pagesOf(one), 0)
  const pagesMax = boundOf(situation, 'maxPages')
  if (pages > pagesMax)
    problems[path] = {
      zh: `一共最多${pagesMax}页，现在是${pages}页。`,
      en: `At most ${pagesMax} pages in all; there are ${pages}.`,
    }
  const missing = field.needs.filter((type) => !materials.some((one) => one['type'] === type))
  if (missing.length > 0) problems[path] = missingMaterials(missing, situation)
  for (const [index, material] of materials.entries()) {
    const { type, sha256 } = material
    if (typeof type !== 'string' || !field.types.includes(type))
      problems[`${path}.${index}.type`] = { zh: '请选择材料种类。', en: 'Choose the kind of this material.' }
    const isThere = (typeof sha256 === 'string' && sha256 !== '') || filesOf(material).length > 0
    if (!isThere)
      problems[`${path}.${index}`] = {
        zh: '这份材料还没有文件，请拍照或者上传。',
        en: 'This material has no file yet. Photograph or upload it.',
      }
  }
  return problems
}

function filesOf(material: JsonObject): JsonObject[] {
  return recordsOf(material['files']) ?? []
}

function pagesOf(material: JsonObject): number {
  const { pages } = material
  if (typeof pages === 'number') return pages
  return filesOf(material).reduce((sum, file) => sum + (typeof file['pages'] === 'number' ? file['pages'] : 0), 0)
}

export function missingMaterials(types: readonly string[], situation: Pick<Situation, 'code'>): Words {
  const titles = types.map((type) => situation.code.materials[type]?.title ?? { zh: type, en: type })
  return {
    zh: `还缺少：${titles.map((title) => title.zh).join('、')}。`,
    en: `Still missing: ${titles.map((title) => title.en.toLowerCase()).join(', ')}.`,
  }
}

function recordsOf(value: JsonValue | undefined): JsonObject[] | undefined {
  if (!Array.isArray(value)) return undefined
  return value.map((item) => (typeof item === 'object' && item !== null && !Array.isArray(item) ? item : {}))
}

/** The strictest bound that the code has. */
function boundOf({ code }: Situation, name: 'maxParties' | 'maxFiles' | 'maxPages'): number {
  return Math.min(Infinity, ...Object.values(code.limits).flatMap((limit) => limit[name] ?? []))
}
