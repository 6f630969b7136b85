import type { FormValue } from '@court/procedure/code/form-values'
import type { ItemField } from '@court/procedure/code/schema/forms'
import type { Drawing } from '../drawing.ts'
import { AddressField } from './address-field.tsx'
import { AmountField } from './amount-field.tsx'
import { CauseField } from './cause-field.tsx'
import { ChoiceField, MultiChoiceField, ReasonsField } from './choice-field.tsx'
import { BooleanField, ConsentField } from './consent-field.tsx'
import { PartyListField } from './party-list-field.tsx'
import { PersonField } from './person-field.tsx'
import { RefField } from './ref-field.tsx'
import { SignatureField } from './signature-field.tsx'
import { DateField, LongTextField, NumberField, TextField, TimeField } from './text-field.tsx'

export type FieldProps<Kind extends ItemField['type'] = ItemField['type']> = {
  drawing: Drawing
  field: Extract<ItemField, { type: Kind }>
  path: string // the name it posts under: cause, claims.c1.text
  value: FormValue | undefined
}

// Every type of field a code can declare has its drawing here.
export function SimpleField({ field, ...rest }: FieldProps) {
  switch (field.type) {
    case 'text':
      return <TextField field={field} {...rest} />
    case 'longtext':
      return <LongTextField field={field} {...rest} />
    case 'date':
      return <DateField field={field} {...rest} />
    case 'time':
      return <TimeField field={field} {...rest} />
    case 'number':
      return <NumberField field={field} {...rest} />
    case 'amount':
      return <AmountField field={field} {...rest} />
    case 'choice':
      return <ChoiceField field={field} {...rest} />
    case 'multi-choice':
      return <MultiChoiceField field={field} {...rest} />
    case 'reasons':
      return <ReasonsField field={field} {...rest} />
    case 'cause':
      return <CauseField field={field} {...rest} />
    case 'boolean':
      return <BooleanField field={field} {...rest} />
    case 'consent':
      return <ConsentField field={field} {...rest} />
    case 'person':
      return <PersonField field={field} {...rest} />
    case 'party-ref':
    case 'clock-ref':
    case 'entry-ref':
    case 'staff-ref':
      return <RefField field={field} {...rest} />
    case 'party-list':
      return <PartyListField field={field} {...rest} />
    case 'material-list':
      return rest.drawing.doors.materials?.({ name: rest.path, value: rest.value }) ?? null
    case 'address':
      return <AddressField field={field} {...rest} />
    case 'signature':
      return <SignatureField field={field} {...rest} />
  }
}
