import { Kbd } from '../kbd.tsx'

export type KeyGroup = { title: string; keys: { keys: string[]; does: string }[] }

// What the keyboard does here. Stands inside a NativeDialog that `?` opens.
export function KeyHelp({ groups }: { groups: KeyGroup[] }) {
  return (
    <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
      {groups.map((group) => (
        <section key={group.title}>
          <h3 className="mb-1 text-sm font-semibold text-muted">{group.title}</h3>
          <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1.5 text-sm">
            {group.keys.map((one) => (
              <div key={one.does} className="contents">
                <dt className="flex gap-1">
                  {one.keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dt>
                <dd>{one.does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
