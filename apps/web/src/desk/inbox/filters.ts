// What the inbox shows stands in its address: it can be kept as a bookmark and sent to a colleague.
export type InboxFilters = {
  q: string
  state: string // '' = every state that is not closed
  procedure: string
  due: '' | 'over' | 'today' | 'soon'
  age: '' | 'new' | 'week' | 'older'
  isMine: boolean
  after: string // where the page before ended
  caseId: string // open on the right
}

type Given = Record<string, string | string[] | undefined>

const dues = ['over', 'today', 'soon'] as const
const ages = ['new', 'week', 'older'] as const

export function readFilters(given: Given): InboxFilters {
  const text = (name: string, max = 80) => {
    const value = given[name]
    return (Array.isArray(value) ? (value[0] ?? '') : (value ?? '')).trim().slice(0, max)
  }
  return {
    q: text('q'),
    state: /^[a-z][a-z0-9-]*$/.test(text('state')) ? text('state') : '',
    procedure: /^[a-z][a-z0-9-]*$/.test(text('procedure')) ? text('procedure') : '',
    due: dues.find((one) => one === text('due')) ?? '',
    age: ages.find((one) => one === text('age')) ?? '',
    isMine: text('mine') === '1',
    after: text('after', 400),
    caseId: /^[0-9a-f-]{36}$/.test(text('case')) ? text('case') : '',
  }
}

// The address of the same list with something changed. A changed filter begins again at the first page.
export function filtersHref(filters: InboxFilters, change: Partial<InboxFilters> = {}, path = '/desk'): string {
  const isOtherList = Object.keys(change).some((key) => key !== 'after' && key !== 'caseId')
  const next = { ...filters, ...(isOtherList ? { after: '' } : {}), ...change }
  const query = new URLSearchParams()
  if (next.q) query.set('q', next.q)
  if (next.state) query.set('state', next.state)
  if (next.procedure) query.set('procedure', next.procedure)
  if (next.due) query.set('due', next.due)
  if (next.age) query.set('age', next.age)
  if (next.isMine) query.set('mine', '1')
  if (next.after) query.set('after', next.after)
  if (next.caseId) query.set('case', next.caseId)
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

export function isNarrowed(filters: InboxFilters): boolean {
  return Boolean(filters.q || filters.state || filters.procedure || filters.due || filters.age || filters.isMine)
}
