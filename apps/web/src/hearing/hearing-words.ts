import type zh from '../../messages/zh-CN/hearing.json'

/** Every text of the hearing pages in one language; islands get it from the page, for they stand in the browser. */
export type HearingWords = typeof zh
