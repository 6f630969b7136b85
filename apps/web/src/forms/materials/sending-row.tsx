import { buttonClass } from '@court/ui/button-class'
import { FileRow } from '@court/ui/file-row'
import type { UploaderWords } from './material-uploader.tsx'
import type { Sending } from './use-uploads.ts'

export function SendingRow({
  sending,
  words,
  onRetry,
  onCancel,
}: {
  sending: Sending
  words: UploaderWords
  onRetry: (key: number) => void
  onCancel: (key: number) => void
}) {
  return (
    <FileRow
      name={sending.file.name}
      meta={sizeOf(sending.file.size)}
      state={sending.state}
      percent={sending.percent}
      stateLabel={
        sending.state === 'uploading' ? `${words.states.uploading} ${sending.percent}%` : words.states[sending.state]
      }
      message={sending.message}
      actions={
        <>
          {sending.state === 'failed' && !sending.isFinal ? (
            <button type="button" onClick={() => onRetry(sending.key)} className={buttonClass({})}>
              {words.retry}
            </button>
          ) : null}
          <button type="button" onClick={() => onCancel(sending.key)} className={buttonClass({ variant: 'quiet' })}>
            {words.remove}
            <span className="sr-only">{sending.file.name}</span>
          </button>
        </>
      }
    />
  )
}

export function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
