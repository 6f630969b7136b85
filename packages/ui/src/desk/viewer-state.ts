const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3]

// One step larger or smaller, never past the ends.
export function nextZoom(at: number, step: 1 | -1): number {
  return (step > 0 ? zooms.find((zoom) => zoom > at) : zooms.findLast((zoom) => zoom < at)) ?? at
}

// A quarter turn clockwise.
export function turned(rotation: number): number {
  return (rotation + 90) % 360
}

// Keys belong to whoever types.
export function isTypingIn(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
