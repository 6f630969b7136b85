import type { ComponentProps } from 'react'
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class.ts'

// One primary act a page. A button inside a form submits it unless told otherwise.
export function Button({
  variant,
  size,
  className,
  type = 'submit',
  ...rest
}: ComponentProps<'button'> & { variant?: ButtonVariant | undefined; size?: ButtonSize | undefined }) {
  return <button type={type} className={buttonClass({ variant, size, className })} {...rest} />
}
