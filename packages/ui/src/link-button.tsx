import type { ComponentProps } from 'react'
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class.ts'

// Goes somewhere, looks like an act. With next/link use buttonClass from '@court/ui/button-class' on the link itself.
export function LinkButton({
  variant,
  size,
  className,
  ...rest
}: ComponentProps<'a'> & { href: string; variant?: ButtonVariant | undefined; size?: ButtonSize | undefined }) {
  return <a className={buttonClass({ variant, size, className })} {...rest} />
}
