import type { Inbox } from '@court/usecases/desk/desk-types'
import { Button } from '@court/ui/button'
import { Figures } from '@court/ui/desk/figures'
import { Input } from '@court/ui/input'
import { Select } from '@court/ui/select'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { getSay } from '@court/site/say'
import { searchId } from '../desk-frame.tsx'
import { countText, type DeskReader } from '../desk-reader.ts'
import { filtersHref, isNarrowed, type InboxFilters } from './filters.ts'

// What waits, in figures that narrow the list, then search and filters. All of it is in the address.
export async function InboxFiltersBar({
  inbox,
  filters,
  reader,
}: {
  inbox: Inbox
  filters: InboxFilters
  reader: DeskReader
}) {
  const [t, say] = await Promise.all([getTranslations('desk'), getSay()])
  const { counts } = reader
  const clean = { ...filters, q: '', state: '', procedure: '', due: '' as const, age: '' as const, isMine: false }
  const filed = counts.byState.find(({ state }) => state === 'filed')
  return (
    <div className="space-y-2 border-b bg-surface px-4 py-2.5 @5xl:px-6">
      <Figures
        label={t('figures.label')}
        figures={[
          {
            label: t('figures.all'),
            value: '',
            href: filtersHref(clean, { due: '' }),
            isCurrent: !isNarrowed(filters),
          },
          {
            label: t('figures.mine'),
            value: countText(counts.mine),
            href: filtersHref(clean, { isMine: true }),
            isCurrent: filters.isMine,
          },
          ...(filed
            ? [
                {
                  label: say(filed.title),
                  value: countText(filed.count),
                  href: filtersHref(clean, { state: 'filed' }),
                  isCurrent: filters.state === 'filed',
                },
              ]
            : []),
          {
            label: t('figures.over'),
            value: countText(counts.over),
            tone: counts.over.count > 0 ? ('danger' as const) : ('neutral' as const),
            href: filtersHref(clean, { due: 'over' }),
            isCurrent: filters.due === 'over',
          },
          {
            label: t('figures.today'),
            value: countText(counts.today),
            tone: counts.today.count > 0 ? ('warning' as const) : ('neutral' as const),
            href: filtersHref(clean, { due: 'today' }),
            isCurrent: filters.due === 'today',
          },
          {
            label: t('figures.soon'),
            value: countText(counts.soon),
            href: filtersHref(clean, { due: 'soon' }),
            isCurrent: filters.due === 'soon',
          },
        ]}
      />
      <form
        key={filtersHref(filters, { caseId: '' })}
        action="/desk"
        method="get"
        data-soft
        className="flex flex-wrap items-end gap-2"
        role="search"
      >
        <label className="min-w-48 flex-1">
          <span className="sr-only">{t('filters.search')}</span>
          <Input
            id={searchId}
            type="search"
            name="q"
            defaultValue={filters.q}
            placeholder={t('filters.search')}
            controlSize="dense"
            autoComplete="off"
          />
        </label>
        {/* On a narrow screen the filters open on request; wide ones always show them. */}
        <input
          type="checkbox"
          id="desk-filters"
          className="peer sr-only @3xl:hidden"
          defaultChecked={hasSelects(filters)}
        />
        <label
          htmlFor="desk-filters"
          className="inline-flex min-h-target-dense cursor-pointer items-center rounded-md border border-line-strong px-3 text-sm font-semibold peer-focus-visible:outline-3 peer-focus-visible:outline-focus @3xl:hidden"
        >
          {t('filters.more')}
        </label>
        <div className="hidden w-full flex-wrap items-end gap-2 peer-checked:flex @3xl:flex @3xl:w-auto">
          <Filter label={t('filters.state')}>
            <Select
              name="state"
              controlSize="dense"
              defaultValue={filters.state}
              placeholder={t('filters.openStates')}
              options={[
                ...inbox.states.map(({ id, title }) => ({ value: id, label: say(title) })),
                { value: 'all', label: t('filters.allStates') },
              ]}
            />
          </Filter>
          <Filter label={t('filters.procedure')}>
            <Select
              name="procedure"
              controlSize="dense"
              defaultValue={filters.procedure}
              placeholder={t('filters.everyProcedure')}
              options={inbox.procedures.map(({ id, title }) => ({ value: id, label: say(title) }))}
            />
          </Filter>
          <Filter label={t('filters.due')}>
            <Select
              name="due"
              controlSize="dense"
              defaultValue={filters.due}
              placeholder={t('filters.everyDue')}
              options={[
                { value: 'over', label: t('filters.over') },
                { value: 'today', label: t('filters.today') },
                { value: 'soon', label: t('filters.soon') },
              ]}
            />
          </Filter>
          <Filter label={t('filters.age')}>
            <Select
              name="age"
              controlSize="dense"
              defaultValue={filters.age}
              placeholder={t('filters.everyAge')}
              options={[
                { value: 'new', label: t('filters.new') },
                { value: 'week', label: t('filters.week') },
                { value: 'older', label: t('filters.older') },
              ]}
            />
          </Filter>
          <label className="flex min-h-target-dense items-center gap-2 text-sm">
            <input
              type="checkbox"
              name="mine"
              value="1"
              defaultChecked={filters.isMine}
              className="size-4 accent-accent"
            />
            {t('filters.mine')}
          </label>
          <Button size="dense">{t('filters.apply')}</Button>
        </div>
        {isNarrowed(filters) ? (
          <a href="/desk" className="link inline-flex min-h-target-dense items-center text-sm">
            {t('filters.clear')}
          </a>
        ) : null}
      </form>
    </div>
  )
}

const hasSelects = ({ state, procedure, due, age, isMine }: InboxFilters): boolean =>
  Boolean(state || procedure || due || age || isMine)

function Filter({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className="min-w-28">
      <span className="sr-only">{label}</span>
      {children}
    </label>
  )
}
