import type { ComponentProps, MouseEvent, ReactElement } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names.ts'

export type ButtonProps = ComponentProps<'button'> & {
  readonly appearance?: 'primary' | 'secondary' | 'subtle'
  readonly size?: 'small' | 'medium'
  readonly icon?: ReactElement
  readonly iconPosition?: 'before' | 'after'
  /** Refuses to be pressed but keeps the focus, for example while it works. */
  readonly disabledFocusable?: boolean
}

function refuse(event: MouseEvent): void {
  event.preventDefault()
  event.stopPropagation()
}

export function Button({
  appearance = 'secondary',
  size = 'medium',
  icon,
  iconPosition = 'before',
  disabledFocusable = false,
  type = 'button',
  className,
  children,
  onClick,
  ...others
}: ButtonProps) {
  const isOff = disabledFocusable || others.disabled === true
  const drawn = icon && <span className={styles.icon}>{icon}</span>
  return (
    <button
      {...others}
      type={type}
      {...(disabledFocusable ? { 'aria-disabled': true } : {})}
      className={classNames(
        styles.button,
        ...(isOff ? [styles.off, styles[`${appearance}Off`]] : [styles[appearance]]),
        size === 'small' && styles.small,
        icon && styles.withIcon,
        icon && children === undefined && styles.iconOnly,
        className,
      )}
      onClick={disabledFocusable ? refuse : onClick}
    >
      {iconPosition === 'before' ? drawn : null}
      {children}
      {iconPosition === 'after' ? drawn : null}
    </button>
  )
}
