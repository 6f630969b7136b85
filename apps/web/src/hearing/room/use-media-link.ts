'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { MediaLink, outside } from './media-link.ts'
import type { LinkOptions, LinkView } from './link-types.ts'

/** One link as long as the room is on the screen. It comes in when `isIn` says so and goes with the page. */
export function useMediaLink(makeOptions: () => LinkOptions, isIn: boolean): { link: MediaLink; view: LinkView } {
  const [link] = useState(() => new MediaLink(makeOptions()))
  const view = useSyncExternalStore(link.subscribe, link.snapshot, () => outside)
  useEffect(() => {
    if (!isIn) return
    link.enter()
    return () => void link.leave()
  }, [link, isIn])
  return { link, view }
}
