import { DeskHeader } from '@court/ui/desk/desk-header'
import { KeyHelp } from '@court/ui/desk/key-help'
import { WorkListKeys } from '@court/ui/court/work-list-keys'
import { NativeDialog } from '@court/ui/native-dialog'
import { SkipLink } from '@court/ui/skip-link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { getSay } from '@court/site/say'
import { countText, type DeskReader } from './desk-reader.ts'
import { roleTitles } from './role-titles.ts'
import { SoftLinks } from './soft-links.tsx'
import { PreferenceTools } from '../shell/preference-tools.tsx'

export type DeskArea = 'inbox' | 'tasks' | 'hearings' | 'docket' | 'notices'

export const searchId = 'desk-search'
const helpId = 'desk-keys'

// The frame of every page of the desk. `?` opens the keys, `/` finds the search; nothing here moves by itself.
export async function DeskFrame({
  reader,
  current,
  isFull = false,
  children,
}: {
  reader: DeskReader
  current?: DeskArea | undefined
  isFull?: boolean | undefined // the page fills the screen and scrolls inside
  children: ReactNode
}) {
  const [t, say, titleOf] = await Promise.all([getTranslations('desk'), getSay(), roleTitles()])
  const { post, counts, isJudge } = reader
  return (
    <div className="flex min-h-dvh flex-1 flex-col lg:[html:not([data-elder])_&]:[--target:2.25rem]">
      <SkipLink label={t('skip')} />
      <DeskHeader
        court={say(post.court.name)}
        homeHref="/desk"
        navLabel={t('nav.label')}
        nav={[
          { href: '/desk', label: t('nav.inbox'), isCurrent: current === 'inbox' },
          {
            href: '/desk/tasks',
            label: t('nav.tasks'),
            isCurrent: current === 'tasks',
            ...(counts.tasks.count > 0 ? { count: countText(counts.tasks), countLabel: t('nav.open') } : {}),
          },
          { href: '/desk/hearings', label: t('nav.hearings'), isCurrent: current === 'hearings' },
          ...(isJudge ? [{ href: '/desk/docket', label: t('nav.docket'), isCurrent: current === 'docket' }] : []),
          {
            href: '/desk/notices',
            label: t('nav.notices'),
            isCurrent: current === 'notices',
            ...(counts.unreadNotices.count > 0
              ? { count: countText(counts.unreadNotices), countLabel: t('nav.unread') }
              : {}),
          },
        ]}
        tools={
          <>
            <span className="px-2 text-sm">
              {post.name}
              <span className="ml-1.5 hidden text-muted sm:inline">{post.roles.map(titleOf).join(t('listMark'))}</span>
            </span>
            <span className="hidden lg:block">
              <NativeDialog
                id={helpId}
                title={t('keys.title')}
                closeLabel={t('close')}
                trigger={t('keys.open')}
                triggerSize="dense"
                triggerVariant="quiet"
              >
                <KeyHelp groups={await keyGroups()} />
              </NativeDialog>
            </span>
            <PreferenceTools />
            <form action="/staff/sign-out" method="post">
              <button className="inline-flex min-h-target-dense cursor-pointer items-center rounded-md px-3 text-sm hover:bg-sunken hover:underline">
                {t('signOut')}
              </button>
            </form>
          </>
        }
      />
      <main id="main" tabIndex={-1} className={`flex min-h-0 flex-1 flex-col outline-none ${isFull ? '' : 'pb-12'}`}>
        {children}
      </main>
      <WorkListKeys searchId={searchId} helpDialogId={helpId} />
      <SoftLinks />
    </div>
  )
}

async function keyGroups() {
  const t = await getTranslations('desk')
  return [
    {
      title: t('keys.list'),
      keys: [
        { keys: ['j', 'k'], does: t('keys.walk') },
        { keys: ['Enter'], does: t('keys.openCase') },
        { keys: ['e'], does: t('keys.act') },
        { keys: ['/'], does: t('keys.search') },
        { keys: ['?'], does: t('keys.help') },
      ],
    },
    {
      title: t('keys.review'),
      keys: [
        { keys: ['n', 'p'], does: t('keys.material') },
        { keys: ['1', '2', '3'], does: t('keys.mark') },
        { keys: ['a', 'b', 'x'], does: t('keys.decide') },
        { keys: ['Ctrl', 'Enter'], does: t('keys.send') },
      ],
    },
    {
      title: t('keys.papers'),
      keys: [
        { keys: ['[', ']'], does: t('keys.pages') },
        { keys: ['+', '-', '0'], does: t('keys.zoom') },
        { keys: ['r'], does: t('keys.turn') },
      ],
    },
  ]
}
