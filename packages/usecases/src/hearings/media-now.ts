import type { UseCaseContext } from '../context.ts'
import type { MediaState } from '../ports/media.ts'

/** Asked outside of any transaction. Whatever goes wrong with the media server is never the hearing's trouble: its address is unknown then. */
export async function mediaNow(ctx: UseCaseContext): Promise<MediaState> {
  try {
    return await ctx.ports.media.state()
  } catch {
    return { state: 'unreachable', address: '' }
  }
}
