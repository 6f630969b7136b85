import type {
  AddressValue,
  AgentValue,
  FormInput,
  FormValue,
  IdKind,
  ListItem,
  MaterialValue,
  PartyValue,
  PersonValue,
  SignatureValue,
} from '@court/procedure/code/form-values'
import { agentKinds, specialPowers } from '@court/procedure/code/form-values'
import type { Field, Form, ItemField } from '@court/procedure/code/schema/forms'
import { parseAmount } from '@court/ui/words/amount'

// What a posted form says, in the shapes that checkInput reads. Nothing is judged here: an amount or a number that cannot be read
// stays as it was typed, so that it can be shown again beside what is wrong with it.
export function readForm(form: Form, data: FormData, only?: readonly string[]): FormInput {
  const input: FormInput = {}
  for (const [name, field] of Object.entries(form.fields)) {
    if (only && !only.includes(name)) continue
    const value = readField(field, data, name)
    if (value !== undefined) input[name] = value
  }
  return input
}

function readField(field: Field, data: FormData, name: string): FormValue | undefined {
  switch (field.type) {
    case 'party-list':
      return texts(data, name).map((id) => readParty(data, `${name}.${id}`, id))
    case 'list-of':
      return texts(data, name).map((id) => readItem(field.item, data, `${name}.${id}`, id))
    default:
      return readSimple(field, data, name)
  }
}

function readItem(fields: Record<string, ItemField>, data: FormData, path: string, id: string): ListItem {
  const item: ListItem = { id }
  for (const [name, field] of Object.entries(fields)) {
    const value = readSimple(field, data, `${path}.${name}`)
    if (value !== undefined) item[name] = value as ListItem[string]
  }
  return item
}

function readSimple(field: ItemField, data: FormData, name: string): FormValue | undefined {
  switch (field.type) {
    case 'amount':
      return readAmount(text(data, name))
    case 'number':
    case 'entry-ref':
      return readNumber(text(data, name))
    case 'boolean':
    case 'consent':
      return text(data, name) === 'yes'
    case 'multi-choice':
    case 'reasons':
      return texts(data, name)
    case 'person':
      return readPerson(data, name)
    case 'party-list':
      return texts(data, name).map((id) => readParty(data, `${name}.${id}`, id))
    case 'material-list':
      return readJson<MaterialValue[]>(data, name) ?? []
    case 'address':
      return readAddress(data, name)
    case 'signature':
      return readJson<SignatureValue>(data, name)
    default:
      return text(data, name)
  }
}

function readAmount(typed: string | undefined): number | string | undefined {
  if (typed === undefined) return undefined
  const parsed = parseAmount(typed)
  return parsed.ok ? parsed.fen : typed
}

function readNumber(typed: string | undefined): number | string | undefined {
  if (typed === undefined) return undefined
  const plain = typed.normalize('NFKC').replace(/[\s,，]/g, '')
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : typed
}

function readPerson(data: FormData, path: string): PersonValue | undefined {
  const name = text(data, `${path}.name`)
  const person = compact({
    name: name ?? '',
    idKind: text(data, `${path}.idKind`) as IdKind | undefined,
    idNumber: text(data, `${path}.idNumber`),
    phone: text(data, `${path}.phone`),
    address: text(data, `${path}.address`),
    email: text(data, `${path}.email`),
  })
  return Object.entries(person).some(([key, value]) => key !== 'idKind' && value !== '') ? person : undefined
}

function readParty(data: FormData, path: string, id: string): PartyValue {
  const agents = texts(data, `${path}.agents`).map((agent) => readAgent(data, `${path}.agents.${agent}`, agent))
  return compact({
    name: '',
    ...readPerson(data, path),
    id,
    role: text(data, `${path}.role`) ?? '',
    kind: text(data, `${path}.kind`) === 'organisation' ? ('organisation' as const) : ('person' as const),
    representativeName: text(data, `${path}.representativeName`),
    nationality: text(data, `${path}.nationality`),
    isAddressProtected: text(data, `${path}.isAddressProtected`) === 'yes' ? true : undefined,
    abroad: text(data, `${path}.abroad`) === 'yes',
    missing: text(data, `${path}.missing`) === 'yes',
    agents: agents.length > 0 ? agents : undefined,
  })
}

function readAgent(data: FormData, path: string, id: string): AgentValue {
  const kind = text(data, `${path}.kind`)
  const powers = texts(data, `${path}.powers`)
  return compact({
    id,
    kind: agentKinds.find((one) => one === kind) ?? 'lawyer',
    name: text(data, `${path}.name`) ?? '',
    firm: text(data, `${path}.firm`),
    licenceNumber: text(data, `${path}.licenceNumber`),
    phone: text(data, `${path}.phone`),
    powers: specialPowers.filter((power) => powers.includes(power)),
  })
}

function readAddress(data: FormData, path: string): AddressValue | undefined {
  const address = compact({
    recipient: text(data, `${path}.recipient`) ?? '',
    phone: text(data, `${path}.phone`) ?? '',
    address: text(data, `${path}.address`) ?? '',
    postcode: text(data, `${path}.postcode`),
    email: text(data, `${path}.email`),
  })
  return Object.values(address).some((value) => value !== '') ? address : undefined
}

function readJson<T>(data: FormData, name: string): T | undefined {
  const typed = text(data, name)
  if (typed === undefined) return undefined
  try {
    return JSON.parse(typed) as T
  } catch {
    return undefined
  }
}

// Line ends as people mean them; blanks around an answer are never part of it.
function text(data: FormData, name: string): string | undefined {
  const value = data.get(name)
  if (typeof value !== 'string') return undefined
  const clean = value.replace(/\r\n?/g, '\n').trim()
  return clean === '' ? undefined : clean
}

function texts(data: FormData, name: string): string[] {
  return data.getAll(name).flatMap((value) => (typeof value === 'string' && value !== '' ? [value] : []))
}

// JSON has no undefined, and a missing answer is no answer.
function compact<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>
  }
}
