import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import styles from './field.module.css'
import { Glyph } from './glyph.tsx'

/** Properties that a control takes from its field. */
export interface Described {
  readonly id: string
  readonly 'aria-invalid'?: true
  readonly 'aria-describedby'?: string
}

/** A label, a control, the broken rule, and a hint. @param children draws the control, which takes the ID and the descriptions */
export function Field({
  id,
  label,
  broken,
  hint,
  wide = false,
  children,
}: {
  readonly id: string
  readonly label: string
  readonly broken?: string | undefined
  readonly hint?: string | undefined
  /** All columns of a group. */
  readonly wide?: boolean
  readonly children: (described: Described) => ReactNode
}) {
  const own = useId()
  const describing = [...(broken === undefined ? [] : [`${own}-broken`]), ...(hint === undefined ? [] : [`${own}-hint`])]
  return (
    <div className={classNames(styles.field, wide && styles.wide)}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({
        id,
        ...(broken === undefined ? {} : { 'aria-invalid': true }),
        ...(describing.length === 0 ? {} : { 'aria-describedby': describing.join(' ') }),
      })}
      {broken === undefined ? null : (
        <div id={`${own}-broken`} role="alert" className={styles.broken}>
          <span className={styles.sign}>
            <Cross />
          </span>
          {broken}
        </div>
      )}
      {hint === undefined ? null : (
        <div id={`${own}-hint`} className={styles.note}>
          {hint}
        </div>
      )}
    </div>
  )
}

/* Filled icon, 12 × 12, from Fluent UI System Icons, Copyright (c) Microsoft Corporation, MIT License. */
const Cross = () => (
  <svg width={12} height={12} viewBox="0 0 12 12" fill="currentColor" aria-hidden="true" focusable="false">
    <path d="M4.59 1.09a2 2 0 0 1 2.82 0l3.5 3.5a2 2 0 0 1 0 2.82l-3.5 3.5a2 2 0 0 1-2.82 0l-3.5-3.5a2 2 0 0 1 0-2.83zm3.26 3.06a.5.5 0 0 0-.7 0L6 5.29 4.85 4.15a.5.5 0 0 0-.7.7L5.29 6 4.15 7.15a.5.5 0 0 0 .7.7L6 6.71l1.15 1.14a.5.5 0 1 0 .7-.7L6.71 6l1.14-1.15a.5.5 0 0 0 0-.7" />
  </svg>
)

export function Input({ className, ...others }: ComponentProps<'input'>) {
  return <input autoComplete="off" spellCheck={false} {...others} className={classNames(styles.control, className)} />
}

export function Textarea(props: ComponentProps<'textarea'>) {
  return <textarea {...props} className={classNames(styles.control, styles.words)} />
}

export function Select({ className, ...others }: ComponentProps<'select'>) {
  return (
    <span className={classNames(styles.select, className)}>
      <select {...others} className={styles.control} />
      <Glyph name="down" size={20} />
    </span>
  )
}
