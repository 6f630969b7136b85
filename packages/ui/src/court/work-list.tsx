import type { ReactNode } from 'react'
import { Table, Td, Th } from '../table.tsx'

export type WorkColumn = { id: string; label: ReactNode; className?: string | undefined }
export type WorkRow = {
  id: string
  href: string // Enter
  actHref?: string | undefined // e
  cells: Record<string, ReactNode>
  isCurrent?: boolean | undefined // open on the right
  isUrgent?: boolean | undefined
}

// The clerk's list: one line a case, the first cell is the link. WorkListKeys adds the keyboard; without it, or
// without script, it is a table of links.
export function WorkList({ label, columns, rows }: { label: string; columns: WorkColumn[]; rows: WorkRow[] }) {
  return (
    <Table label={label} isDense>
      <thead>
        <tr>
          {columns.map((column) => (
            <Th key={column.id} className={column.className}>
              {column.label}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody data-work-list>
        {rows.map((row) => (
          <tr
            key={row.id}
            data-act-href={row.actHref}
            className={
              'relative hover:bg-sunken has-[a[data-open]:focus-visible]:bg-info-soft ' +
              (row.isCurrent ? 'bg-info-soft' : '')
            }
          >
            {columns.map((column, index) => (
              <Td
                key={column.id}
                className={
                  (column.className ?? '') +
                  ' align-middle!' +
                  (index === 0 ? ` border-l-3 ${row.isUrgent ? 'border-l-accent-text' : 'border-l-transparent'}` : '')
                }
              >
                {index === 0 ? (
                  <a
                    data-open
                    href={row.href}
                    aria-current={row.isCurrent ? 'true' : undefined}
                    className="inline-flex min-h-6 items-center font-semibold text-ink underline-offset-4 hover:underline [[data-elder]_&]:min-h-target"
                  >
                    {row.cells[column.id]}
                  </a>
                ) : (
                  row.cells[column.id]
                )}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
