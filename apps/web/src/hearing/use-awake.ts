'use client'

import { useEffect } from 'react'

/** Keeps the screen of a phone on while somebody waits or speaks, where the browser can. */
export function useAwake(isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted || !('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | null = null
    let isGone = false
    const ask = () => {
      if (document.visibilityState !== 'visible') return
      navigator.wakeLock
        .request('screen')
        .then((given) => {
          if (isGone) void given.release()
          else lock = given
        })
        .catch(() => undefined) // battery saving forbids it; the page says to keep the screen on
    }
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      isGone = true
      document.removeEventListener('visibilitychange', ask)
      void lock?.release()
    }
  }, [isWanted])
}
