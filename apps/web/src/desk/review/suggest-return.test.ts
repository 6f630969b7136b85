import { describe, expect, test } from 'vitest'
import { suggestReturn } from './suggest-return.ts'

const reason = (code: string) => ({ code, text: { zh: code, en: code }, mend: null })
const marked = (
  title: string,
  reviewStatus: 'pending' | 'passed' | 'returned' | 'original-required',
  codes: string[] = [],
  reviewNote: string | null = null,
) => ({ title, reviewStatus, reviewReasons: codes.map(reason), reviewNote, isSuperseded: false })

const texts = {
  known: ['material-unreadable', 'not-signed', 'identity-unclear'],
  unreadable: 'material-unreadable',
  original: (title: string) => `请出示《${title}》原件`,
}

describe('one consolidated notice out of the marks', () => {
  test('each reason stands in it once', () => {
    const input = suggestReturn(
      { days: 7 },
      [
        marked('起诉状', 'returned', ['not-signed', 'material-unreadable']),
        marked('借条', 'returned', ['material-unreadable'], '缺第二页'),
        marked('身份证', 'passed'),
      ],
      texts,
    )
    expect(input).toEqual({ days: 7, reasons: ['not-signed', 'material-unreadable'], note: '借条：缺第二页' })
  })

  test('a paper returned without a reason is not readable; an original is asked for in the note', () => {
    const input = suggestReturn({}, [marked('借条', 'returned'), marked('收条', 'original-required')], texts)
    expect(input).toEqual({ reasons: ['material-unreadable'], note: '请出示《收条》原件' })
  })

  test('a reason that this court does not know is left out', () => {
    expect(suggestReturn({}, [marked('借条', 'returned', ['elsewhere'])], texts)).toEqual({ reasons: [] })
  })

  test('what the clerk wrote stays', () => {
    const input = suggestReturn({ note: '见电话记录' }, [marked('借条', 'returned', [], '模糊')], texts)
    expect(input['note']).toBe('见电话记录')
  })

  test('nothing is suggested when every paper passed, and papers that were replaced do not count', () => {
    expect(suggestReturn({ days: 7 }, [marked('借条', 'passed')], texts)).toEqual({ days: 7 })
    expect(suggestReturn({}, [{ ...marked('旧借条', 'returned'), isSuperseded: true }], texts)).toEqual({})
  })
})
