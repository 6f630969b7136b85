import { nationalRoles } from '@court/usecases/admin/staff-roles'
import { staffRoles, type StaffRole } from '@court/usecases/actor'
import { Checkbox } from '@court/ui/choice'
import { Fieldset } from '@court/ui/fieldset'
import { getTranslations } from 'next-intl/server'

// Roles this administrator may give in this court, several at a time.
export async function RoleChoices({
  level,
  isNational,
  chosen = [],
}: {
  level: string
  isNational: boolean
  chosen?: readonly string[] | undefined
}) {
  const t = await getTranslations('staff')
  const beyond: readonly StaffRole[] = nationalRoles
  const offered = staffRoles.filter((role) => !beyond.includes(role) || (isNational && level === 'supreme'))
  return (
    <Fieldset id="f-roles" legend={t('roles')}>
      <div className="grid gap-x-6 sm:grid-cols-2">
        {offered.map((role) => (
          <Checkbox
            key={role}
            id={`role-${role}`}
            name="roles"
            value={role}
            defaultChecked={chosen.includes(role)}
            label={t(`role.${role}`)}
          />
        ))}
      </div>
    </Fieldset>
  )
}
