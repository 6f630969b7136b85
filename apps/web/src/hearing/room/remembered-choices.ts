import type { PictureMode } from './link-types.ts'

type Choices = { microphone: boolean; camera: boolean; picture: PictureMode }

const key = 'hearing-choices'
export const usualChoices: Choices = { microphone: true, camera: true, picture: 'clear' }
const pictures: readonly PictureMode[] = ['clear', 'small', 'sound']

/** What this browser chose last time: devices on or off, and how much picture its line carries. */
export function rememberedChoices(): Choices {
  if (typeof localStorage === 'undefined') return usualChoices
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Choices>
    return {
      microphone: kept.microphone !== false,
      camera: kept.camera !== false,
      picture: pictures.find((one) => one === kept.picture) ?? usualChoices.picture,
    }
  } catch {
    return usualChoices
  }
}

export function rememberChoices(choices: Choices): void {
  localStorage.setItem(key, JSON.stringify(choices))
}
