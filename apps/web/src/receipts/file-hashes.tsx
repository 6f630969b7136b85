import type { ReceiptFile } from '@court/usecases/receipts/receipt-view'

export function FileHashes({ files }: { files: ReceiptFile[] }) {
  return (
    <ol className="mt-2 border-t">
      {files.map((file) => (
        <li key={file.sha256 + file.fileName} className="border-b py-2.5">
          <p>
            <span className="font-semibold">{file.material}</span>{' '}
            <span className="break-all text-muted">{file.fileName}</span>
          </p>
          <dl className="text-sm text-muted">
            <div className="flex flex-wrap gap-x-2">
              <dt>SHA-256</dt>
              <dd className="min-w-0 font-mono break-all">{file.sha256}</dd>
            </div>
            <div className="flex flex-wrap gap-x-2">
              <dt>SM3</dt>
              <dd className="min-w-0 font-mono break-all">{file.sm3}</dd>
            </div>
          </dl>
        </li>
      ))}
    </ol>
  )
}
