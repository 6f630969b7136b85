import { z } from 'zod'
import type { MediaPort } from '@court/usecases/ports/media'
import { createLiveKitMedia } from './livekit-media.ts'
import { noMedia } from './no-media.ts'

/** The variables of the media server, for the `env.ts` of each app that reaches it. None set: hearings have no sound and picture. */
export const mediaVariables = {
  LIVEKIT_URL: z.url({ protocol: /^(wss?|https?)$/ }).optional(),
  LIVEKIT_PUBLIC_URL: z.url({ protocol: /^wss?$/ }).optional(),
  LIVEKIT_API_KEY: z.string().min(1).max(100).optional(),
  LIVEKIT_API_SECRET: z.string().min(32).optional(),
}

type MediaEnvironment = {
  LIVEKIT_URL?: string | undefined
  LIVEKIT_PUBLIC_URL?: string | undefined
  LIVEKIT_API_KEY?: string | undefined
  LIVEKIT_API_SECRET?: string | undefined
}

/** For the schema of the app: an address without its key and secret is a mistake that must not wait for the first hearing. */
export const hasMediaKeys = (env: MediaEnvironment): boolean =>
  !env.LIVEKIT_URL || Boolean(env.LIVEKIT_API_KEY && env.LIVEKIT_API_SECRET)
export const mediaKeysNeeded = {
  path: ['LIVEKIT_API_KEY'],
  message: 'and LIVEKIT_API_SECRET are needed with LIVEKIT_URL',
}

/** Where browsers connect: as named, or the server's own address. */
export function publicMediaUrl(env: MediaEnvironment): string | null {
  const address = env.LIVEKIT_PUBLIC_URL ?? env.LIVEKIT_URL
  return address ? new URL(address).href.replace(/^http/, 'ws').replace(/\/$/, '') : null
}

export function mediaOf(env: MediaEnvironment): MediaPort {
  const { LIVEKIT_URL: url, LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret } = env
  const publicUrl = publicMediaUrl(env)
  return url && key && secret && publicUrl ? createLiveKitMedia({ url, publicUrl, key, secret }) : noMedia
}
