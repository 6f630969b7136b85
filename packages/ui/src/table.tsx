import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'

// A wide table scrolls inside its own frame; the frame can be reached by keyboard and has a name.
export function Table({
  label,
  children,
  isDense = false,
  className,
}: {
  label: string
  children: ReactNode
  isDense?: boolean | undefined
  className?: string | undefined
}) {
  return (
    <div role="region" aria-label={label} tabIndex={0} className="overflow-x-auto">
      <table
        data-dense={isDense ? '' : undefined}
        className={classNames('group/table w-full border-collapse text-left', isDense && 'text-sm', className)}
      >
        {children}
      </table>
    </div>
  )
}

export function Th({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      className={classNames(
        'border-b border-b-line-strong/50 px-3 py-2 align-bottom text-sm font-semibold whitespace-nowrap text-muted group-data-dense/table:py-1.5',
        className,
      )}
      {...rest}
    />
  )
}

export function Td({ className, ...rest }: ComponentProps<'td'>) {
  return <td className={classNames('border-b px-3 py-3 align-top group-data-dense/table:py-1', className)} {...rest} />
}
