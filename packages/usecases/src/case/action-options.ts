import type { Tx } from '@court/db/database'
import type { Field, Form } from '@court/procedure/code/schema/forms'
import { referencesOf } from '@court/procedure/code/schema/reference'
import type { OpenCase } from './open-case.ts'
import type { ActionOptions, Option } from './page/case-page-types.ts'
import { partyNames } from './page/names.ts'
import { roleView, same, titleOfEntry } from './page/role-view.ts'

/** Everything that the fields of a form can be chosen from, in this case and this court. */
export async function actionOptions(tx: Tx, open: OpenCase, form: Form | null): Promise<ActionOptions> {
  const options: ActionOptions = {
    parties: {},
    clocks: {},
    entries: {},
    staff: {},
    reasons: {},
    materials: {},
    consents: {},
  }
  for (const [name, field] of Object.entries(form?.fields ?? {})) {
    switch (field.type) {
      case 'party-ref':
        options.parties[name] = parties(open, field)
        break
      case 'clock-ref':
        options.clocks[name] = clocks(open, field)
        break
      case 'entry-ref':
        options.entries[name] = entries(open, field)
        break
      case 'staff-ref':
        options.staff[name] = await staff(tx, open, field)
        break
      case 'reasons':
        options.reasons[name] = reasons(open, field)
        break
      case 'material-list':
        options.materials[name] = field.types.map((type) => ({
          value: type,
          label: open.code.materials[type]?.title ?? same(type),
        }))
        break
      case 'consent': {
        const consent = open.code.consents[field.consent]
        if (consent) options.consents[name] = { id: field.consent, ...consent }
        break
      }
      default:
    }
  }
  return options
}

type Of<T extends Field['type']> = Extract<Field, { type: T }>

function parties(open: OpenCase, field: Of<'party-ref'>): Option[] {
  const names = partyNames(open)
  return open.state.parties
    .filter(({ role }) => field.roles === undefined || field.roles.includes(role))
    .map(({ id, role }) => {
      const title = roleView(open.code, role).title
      const name = names(id) ?? ''
      return { value: id, label: { zh: `${title.zh} ${name}`, en: `${title.en} ${name}` } }
    })
}

/** Running ones can be extended or cut; others are offered with the reason why they cannot. */
function clocks(open: OpenCase, field: Of<'clock-ref'>): Option[] {
  const names = partyNames(open)
  return open.clocks
    .filter(({ periodId }) => field.periods === undefined || field.periods.includes(periodId))
    .filter(({ status }) => status !== 'cleared')
    .map(({ key, title, subject, due, status }) => {
      const name = names(subject)
      const of = name ? ` · ${name}` : ''
      return {
        value: key,
        label: { zh: `${title.zh}${of}（至 ${due}）`, en: `${title.en}${of} (until ${due})` },
        ...(status === 'expired' ? { isBlocked: { zh: '该期限已经届满。', en: 'This period has run out.' } } : {}),
      }
    })
}

function entries(open: OpenCase, field: Of<'entry-ref'>): Option[] {
  return [...open.visible]
    .filter(
      ({ seq, type }) =>
        open.state.voided[seq] === undefined && (field.entries === undefined || field.entries.includes(type)),
    )
    .sort((a, b) => b.seq - a.seq)
    .map(({ seq, type, on }) => {
      const title = titleOfEntry(open.code, type)
      return { value: String(seq), label: { zh: `#${seq} ${title.zh}（${on}）`, en: `#${seq} ${title.en} (${on})` } }
    })
}

async function staff(tx: Tx, { court }: OpenCase, field: Of<'staff-ref'>): Promise<Option[]> {
  const members = await tx.staffMember.findMany({
    where: { courtId: court.courtId, isActive: true, roles: { hasSome: field.roles } },
    select: { id: true, name: true, title: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return members.map(({ id, name, title }) => ({ value: id, label: same(title ? `${name}（${title}）` : name) }))
}

function reasons({ code }: OpenCase, field: Of<'reasons'>): ActionOptions['reasons'][string] {
  return Object.entries(code.reasons)
    .filter(([, { kind }]) => kind === field.kind)
    .sort(([, a], [, b]) => (a.order ?? 1000) - (b.order ?? 1000))
    .map(([value, reason]) => ({
      value,
      label: reason.title,
      text: reason.text,
      mend: reason.mend ?? null,
      references: referencesOf(reason.reference),
      field: reason.field ?? null,
    }))
}
