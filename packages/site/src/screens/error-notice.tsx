import { errorWords } from '../error-words.ts'

// What happened, that nothing is lost, and what to do now. The reference finds the internal record.
export function ErrorNotice({
  reference,
  retry,
  isConsole,
}: {
  reference: string | undefined
  retry: () => void
  isConsole: boolean
}) {
  const words = errorWords()
  const help = isConsole ? words.helpConsole : words.help
  return (
    <div className="page-width py-8 sm:py-12" role="alert">
      <div className="max-w-xl space-y-5">
        <h1 className="text-2xl sm:text-3xl">{words.title}</h1>
        <p className="border-l-4 border-success bg-success-soft px-4 py-3 font-semibold text-success">
          {words.nothingLost}
        </p>
        <p>{words.doNow}</p>
        <p className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <button
            type="button"
            onClick={retry}
            className="min-h-target cursor-pointer rounded-md border border-transparent bg-accent px-6 font-semibold text-on-accent hover:bg-accent-strong"
          >
            {words.retry}
          </button>
          <a href="/" className="link inline-flex min-h-target items-center">
            {words.home}
          </a>
        </p>
        {reference ? <p className="text-sm text-muted">{help.replace('{reference}', reference)}</p> : null}
      </div>
    </div>
  )
}
