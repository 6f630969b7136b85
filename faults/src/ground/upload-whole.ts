type Area = { handle(request: Request): Promise<Response> }
type File = { ownerId: string; name: string; body: Uint8Array }

/** Sends a file by the protocol of the pages, in one piece; gives the upload's id. */
export const uploadWhole =
  (area: Area) =>
  async ({ ownerId, name, body }: File): Promise<string> => {
    const headers = { 'x-owner': ownerId, 'tus-resumable': '1.0.0' }
    const created = await area.handle(
      new Request('http://localhost/api/uploads', {
        method: 'POST',
        headers: {
          ...headers,
          'upload-length': String(body.length),
          'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
        },
      }),
    )
    const location = created.headers.get('location')
    if (created.status !== 201 || !location) throw new Error(`the upload was refused: ${created.status}`)
    const sent = await area.handle(
      new Request(new URL(location, 'http://localhost'), {
        method: 'PATCH',
        headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
        body: Buffer.from(body),
      }),
    )
    if (sent.status !== 204) throw new Error(`the upload broke off: ${sent.status}`)
    return location.split('/').at(-1) ?? ''
  }
