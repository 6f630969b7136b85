'use client'

import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'

// For the desk, where panels are small and both are looked at. A tab that is a place of its own is a link (LinkTabs).
export function Tabs({ label, tabs }: { label: string; tabs: { id: string; label: ReactNode; panel: ReactNode }[] }) {
  return (
    <Base.Root defaultValue={tabs[0]?.id ?? null}>
      <Base.List aria-label={label} className="flex gap-6 overflow-x-auto border-b">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.id}
            value={tab.id}
            className="-mb-px min-h-target-dense shrink-0 cursor-pointer border-b-3 border-transparent px-1 hover:border-line-strong data-active:border-accent-text data-active:font-semibold data-active:text-accent-text"
          >
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.id} value={tab.id} keepMounted className="pt-4">
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
