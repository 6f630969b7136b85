'use client'

import { useEffect, useRef, type ReactNode } from 'react'

// After a post that did not go through, reading goes on at what must be mended.
export function FocusSummary({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector<HTMLElement>('[role=alert]')?.focus(), [])
  return <div ref={place}>{children}</div>
}
