import { clsx, type ClassValue } from 'clsx'
import { twMerge } from 'tailwind-merge'

// Later classes win, so a caller may adjust a part without fighting it.
export function classNames(...values: ClassValue[]): string {
  return twMerge(clsx(values))
}
