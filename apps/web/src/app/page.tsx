import { ArrowRightIcon, FileTextIcon, ShieldCheckIcon, UsersIcon } from '@court/ui/icons'
import { getTranslations } from 'next-intl/server'
import type { ComponentType } from 'react'
import { CourtSearch } from '../courts/court-search.tsx'
import { PageShell } from '../shell/page-shell.tsx'

export default async function HomePage() {
  const t = await getTranslations('home')
  return (
    <PageShell current="home">
      <div className="border-b bg-surface">
        <div className="page-width py-9 sm:py-14">
          <h1 className="font-song text-3xl font-bold sm:text-4xl">{t('title')}</h1>
          <p className="mt-3 measure text-lg text-muted">{t('lead')}</p>
          <div className="mt-7">
            <CourtSearch />
          </div>
          <p className="mt-2">
            <a href="/courts" className="link inline-flex min-h-target items-center">
              {t('allCourts')}
            </a>
          </p>
        </div>
      </div>
      <div className="page-width py-8 sm:py-10">
        <ul className="grid gap-4 md:grid-cols-3">
          <Door href="/courts?for=file" icon={FileTextIcon} title={t('file')} text={t('fileText')} isFirst />
          <Door href="/my" icon={UsersIcon} title={t('my')} text={t('myText')} />
          <Door href="/check" icon={ShieldCheckIcon} title={t('check')} text={t('checkText')} />
        </ul>
        <section aria-labelledby="how" className="mt-10 max-w-3xl">
          <h2 id="how" className="text-xl">
            {t('howTitle')}
          </h2>
          <ol className="mt-4 space-y-4">
            <Step n={1} title={t('step1')} text={t('step1Text')} />
            <Step n={2} title={t('step2')} text={t('step2Text')} />
            <Step n={3} title={t('step3')} text={t('step3Text')} />
            <Step n={4} title={t('step4')} text={t('step4Text')} />
          </ol>
        </section>
        <section aria-labelledby="offline" className="mt-10 max-w-3xl border-t pt-6">
          <h2 id="offline" className="text-lg">
            {t('offlineTitle')}
          </h2>
          <p className="mt-1 text-muted">{t('offlineText')}</p>
        </section>
      </div>
    </PageShell>
  )
}

function Door({
  href,
  icon: Icon,
  title,
  text,
  isFirst = false,
}: {
  href: string
  icon: ComponentType<{ className?: string }>
  title: string
  text: string
  isFirst?: boolean
}) {
  return (
    <li
      className={`relative rounded-md border bg-surface px-5 py-5 hover:border-line-strong hover:shadow-lift ${isFirst ? 'border-t-4 border-t-accent' : 'border-t-4 border-t-line-strong'}`}
    >
      <Icon className="size-7 text-accent-text" />
      <h2 className="mt-2 text-xl">
        <a
          href={href}
          className="inline-flex min-h-target items-center gap-2 text-ink no-underline after:absolute after:inset-0 hover:underline"
        >
          {title}
          <ArrowRightIcon className="size-5 text-muted" />
        </a>
      </h2>
      <p className="text-muted">{text}</p>
    </li>
  )
}

function Step({ n, title, text }: { n: number; title: string; text: string }) {
  return (
    <li className="grid grid-cols-[2.25rem_1fr] gap-x-2">
      <span
        aria-hidden="true"
        className="flex size-8 items-center justify-center rounded-full border border-line-strong font-semibold"
      >
        {n}
      </span>
      <div>
        <h3 className="pt-0.5">{title}</h3>
        <p className="text-muted">{text}</p>
      </div>
    </li>
  )
}
