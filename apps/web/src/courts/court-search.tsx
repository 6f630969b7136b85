import { Button } from '@court/ui/button'
import { SearchIcon } from '@court/ui/icons'
import { Input } from '@court/ui/input'
import { getTranslations } from 'next-intl/server'

export async function CourtSearch({ query, target }: { query?: string | undefined; target?: 'file' | undefined }) {
  const t = await getTranslations('courts')
  return (
    <form action="/courts" method="get" role="search" className="max-w-xl">
      <label htmlFor="court-query" className="mb-1 block font-semibold">
        {t('searchLabel')}
      </label>
      <p id="court-query-help" className="mb-2 text-sm text-muted">
        {t('searchHelp')}
      </p>
      <div className="flex gap-2">
        {target ? <input type="hidden" name="for" value={target} /> : null}
        <Input
          id="court-query"
          name="q"
          type="search"
          defaultValue={query}
          aria-describedby="court-query-help"
          autoComplete="off"
        />
        <Button variant="primary" className="shrink-0">
          <SearchIcon />
          {t('search')}
        </Button>
      </div>
    </form>
  )
}
