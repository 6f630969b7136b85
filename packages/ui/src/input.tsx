import type { ComponentProps } from 'react'
import { controlClass, type ControlSize } from './control-class.ts'

export function Input({ className, controlSize, ...rest }: ComponentProps<'input'> & { controlSize?: ControlSize }) {
  const isInvalid = rest['aria-invalid'] === true || rest['aria-invalid'] === 'true'
  return <input className={controlClass({ size: controlSize, isInvalid, className })} {...rest} />
}
