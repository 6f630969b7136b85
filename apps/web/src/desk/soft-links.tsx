'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useEffect } from 'react'

// Links and filter forms of the desk change the page without loading it anew: the list keeps its place and its focus.
// They are plain links and forms; without script they work as such.
export function SoftLinks() {
  const router = useRouter()
  const [path, query] = [usePathname(), useSearchParams().toString()]
  // The list one came from, with its filters: the way back leads there and not to the beginning.
  useEffect(() => {
    if (path === '/desk') sessionStorage.setItem(listKey, query)
  }, [path, query])
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return
      if (!link.pathname.startsWith('/desk') || (link.pathname === location.pathname && link.hash)) return
      event.preventDefault()
      if (link.closest('[data-back-list]')) {
        router.push(backToList(link))
        return
      }
      const stays = link.closest('[data-split-list]') !== null && matchMedia('(width >= 80rem)').matches
      router.push(link.pathname + link.search + link.hash, { scroll: !stays })
    }
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target
      if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.dataset['soft'] === undefined) return
      event.preventDefault()
      const query = new URLSearchParams()
      for (const [name, value] of new FormData(form)) if (typeof value === 'string' && value) query.append(name, value)
      router.push(`${new URL(form.action).pathname}?${query}`, { scroll: false })
    }
    const onChange = (event: Event) => {
      const control = event.target
      if (control instanceof HTMLSelectElement || (control instanceof HTMLInputElement && control.type === 'checkbox'))
        if (control.name && control.form?.dataset['soft'] !== undefined) control.form.requestSubmit()
    }
    document.addEventListener('click', onClick)
    document.addEventListener('submit', onSubmit)
    document.addEventListener('change', onChange)
    return () => {
      document.removeEventListener('click', onClick)
      document.removeEventListener('submit', onSubmit)
      document.removeEventListener('change', onChange)
    }
  }, [router])
  return null
}

const listKey = 'desk-list'

function backToList(link: HTMLAnchorElement): string {
  const list = new URLSearchParams(sessionStorage.getItem(listKey) ?? '')
  const caseId = new URLSearchParams(link.search).get('case')
  if (caseId) list.set('case', caseId)
  else list.delete('case')
  const text = list.toString()
  return text ? `/desk?${text}` : '/desk'
}
