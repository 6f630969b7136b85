import { encodeName, guards } from './answer-file.ts'

/** A small text to keep, made for this reader. */
export const answerText = ({ fileName, text, mime }: { fileName: string; text: string; mime: string }): Response =>
  new Response(text, {
    headers: {
      ...guards,
      'content-type': mime,
      'content-disposition': `attachment; filename*=UTF-8''${encodeName(fileName)}`,
      'cache-control': 'private, no-store',
    },
  })
