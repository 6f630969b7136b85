import { clsx, type ClassValue } from 'clsx'

// Components take classes for their place on the page (margins, width), not to repaint them: nothing needs merging.
export function classNames(...values: ClassValue[]): string {
  return clsx(values)
}
