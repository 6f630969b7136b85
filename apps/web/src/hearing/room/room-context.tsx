'use client'

import { createContext, use } from 'react'
import type { HearingAct, SeatView } from '@court/usecases/hearings/hearing-types'
import type { Words } from '@court/usecases/refusal'
import type { HearingWords } from '../hearing-words.ts'
import type { Hearing } from '../use-hearing.ts'
import type { MediaLink } from './media-link.ts'
import type { LinkView } from './link-types.ts'

export type Room = {
  hearing: Hearing
  link: MediaLink
  media: LinkView
  words: HearingWords
  locale: string
  side: 'party' | 'court'
}

const Context = createContext<Room | null>(null)
export const RoomContext = Context.Provider

/** What every part of the room works with, and what follows from it. */
export function useRoom() {
  const room = use(Context)
  if (!room) throw new Error('a part of the room stands outside of it')
  const { view } = room.hearing
  const say = (words: Words) => (room.locale === 'en' ? words.en : words.zh)
  const may = (act: HearingAct) => view.viewer.may.includes(act)
  const me: SeatView | undefined = view.seats.find(({ id }) => id === view.viewer.seatId)
  const time = (at: Date) =>
    new Intl.DateTimeFormat(room.locale, {
      timeZone: view.court.zone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(at)
  return { ...room, view, say, may, me, time }
}
