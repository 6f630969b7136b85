'use client'

import { useEffect } from 'react'
import { isTypingIn } from '../desk/viewer-state.ts'

// j and k walk the rows, Enter opens (it is a link), e acts, / searches, ? shows the help dialog.
// Silent while somebody types. Rows are the links WorkList marks; nothing is kept in state.
export function WorkListKeys({
  searchId,
  helpDialogId,
}: {
  searchId?: string | undefined
  helpDialogId?: string | undefined
}) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTypingIn(event.target)) return
      if (document.querySelector('dialog[open]')) return
      if (act(event.key, { searchId, helpDialogId })) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [searchId, helpDialogId])
  return null
}

function act(key: string, ids: { searchId?: string | undefined; helpDialogId?: string | undefined }): boolean {
  if (key === 'j' || key === 'k') return walk(key === 'j' ? 1 : -1)
  if (key === 'e') {
    const href = document.activeElement?.closest('tr')?.dataset['actHref'] ?? openAct()
    if (href) location.assign(href)
    return Boolean(href)
  }
  if (key === '/' && ids.searchId) {
    document.getElementById(ids.searchId)?.focus()
    return true
  }
  if (key === '?' && ids.helpDialogId) {
    const dialog = document.getElementById(ids.helpDialogId)
    if (dialog instanceof HTMLDialogElement) dialog.showModal()
    return true
  }
  return false
}

function walk(step: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-work-list] a[data-open]')]
  const at = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement))
  const next = at < 0 ? links[step > 0 ? 0 : links.length - 1] : links[at + step]
  next?.focus()
  next?.closest('tr')?.scrollIntoView({ block: 'nearest' })
  return Boolean(next)
}

// Nothing in the list is in focus: the case that is open may say where its next act is.
function openAct(): string | undefined {
  return document.querySelector<HTMLElement>('[data-open-act]')?.dataset['openAct']
}
