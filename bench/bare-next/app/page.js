'use client'
import { createElement, useState } from 'react'

// As little as a page that answers a click can be.
export default function Page() {
  const [count, setCount] = useState(0)
  const button = createElement('button', { onClick: () => setCount(count + 1) }, `已点击 ${count} 次`)
  return createElement(
    'main',
    null,
    createElement('h1', null, '网上法院'),
    createElement('p', null, '一个空白页面。'),
    button,
  )
}
