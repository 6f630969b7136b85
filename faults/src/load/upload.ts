type Upload = { origin: string; cookie: string; body: Uint8Array; name: string; onCreated?: () => void }

/**
 * Uploads a file by the protocol of the pages. When the line breaks it asks how far the site has it and goes on from there, as the phone does;
 * gives the id, the hash that the site computed, and how often it had to go on.
 */
export async function uploadPieces({
  origin,
  cookie,
  body,
  name,
  onCreated,
}: Upload): Promise<{ uploadId: string; sha256: string; resumed: number }> {
  const headers = { cookie, 'tus-resumable': '1.0.0' }
  const created = await fetch(`${origin}/api/uploads`, {
    method: 'POST',
    headers: {
      ...headers,
      'upload-length': String(body.length),
      'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
    },
  })
  const location = created.headers.get('location')
  if (created.status !== 201 || !location) throw new Error(`the upload was refused: ${created.status}`)
  const url = new URL(location, origin)
  onCreated?.()
  for (let [offset, resumed] = [0, 0]; ; resumed += 1) {
    const sent = await fetch(url, {
      method: 'PATCH',
      headers: { ...headers, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
      body: Buffer.from(body.subarray(offset)),
      signal: AbortSignal.timeout(20_000),
    }).catch(() => null)
    if (sent?.status === 204)
      return {
        uploadId: url.pathname.split('/').at(-1) ?? '',
        sha256: sent.headers.get('upload-sha256') ?? '',
        resumed,
      }
    if (resumed >= 10) throw new Error(`the upload broke off: ${sent?.status ?? 'no answer'}`)
    await new Promise((done) => setTimeout(done, 300))
    const known = await fetch(url, { method: 'HEAD', headers }).catch(() => null)
    offset = Number(known?.headers.get('upload-offset') ?? offset)
    if (known && known.status >= 400 && known.status !== 423) throw new Error(`the upload is gone: ${known.status}`)
  }
}
