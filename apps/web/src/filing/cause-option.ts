import type { CauseView } from '@court/usecases/causes/cause-view'
import type { CauseOption } from '../forms/drawing.ts'
import type { Say } from '@court/site/say'

export function causeOption(cause: CauseView, say: Say): CauseOption {
  return {
    code: cause.code,
    title: say(cause.title),
    path: cause.path.map((above) => say(above.title)).join(' › ') || undefined,
  }
}
