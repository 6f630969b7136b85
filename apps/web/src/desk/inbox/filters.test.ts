import { describe, expect, test } from 'vitest'
import { filtersHref, isNarrowed, readFilters } from './filters.ts'

const caseId = '0193c3d4-0000-7000-8000-000000000001'

describe('the inbox keeps its filters in the address', () => {
  test('what is written is read again', () => {
    const filters = readFilters({ q: ' 余某 ', state: 'filed', due: 'over', mine: '1', case: caseId })
    const query = new URL(filtersHref(filters), 'http://court').searchParams
    expect(readFilters(Object.fromEntries(query))).toEqual(filters)
    expect(filters.q).toBe('余某')
  })

  test('an empty filter leaves no trace', () => {
    expect(filtersHref(readFilters({ q: '', mine: '0', due: '' }))).toBe('/desk')
  })

  test('what is not a filter is ignored', () => {
    const filters = readFilters({
      state: "x'; drop",
      due: 'yesterday',
      age: ['new', 'older'],
      case: '../1',
      mine: 'yes',
    })
    expect(filters).toMatchObject({ state: '', due: '', age: 'new', caseId: '', isMine: false })
  })

  test('another filter begins at the first page, another case does not', () => {
    const filters = readFilters({ after: 'cursor', state: 'filed' })
    expect(filtersHref(filters, { due: 'over' })).toBe('/desk?state=filed&due=over')
    expect(filtersHref(filters, { caseId })).toBe(`/desk?state=filed&after=cursor&case=${caseId}`)
  })

  test('the open case is no filter', () => {
    expect(isNarrowed(readFilters({ case: caseId }))).toBe(false)
    expect(isNarrowed(readFilters({ q: '余' }))).toBe(true)
  })
})
