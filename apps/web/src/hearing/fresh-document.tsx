'use client'

import { useEffect } from 'react'

type WithPolicy = { featurePolicy?: { allowsFeature(name: string): boolean } }

// What a page may use is settled when its document is loaded. Whoever came here by a step inside another page (after signing in, say)
// stands in that page's document, without a microphone: load this one for itself.
export function FreshDocument() {
  useEffect(() => {
    const { featurePolicy } = document as WithPolicy
    if (featurePolicy && !featurePolicy.allowsFeature('microphone')) location.reload()
  }, [])
  return null
}
