import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './text.module.css'

interface Words {
  readonly id?: string | undefined
  readonly children: ReactNode
}

export function Text({ id, children }: Words) {
  return (
    <p id={id} className={styles.text}>
      {children}
    </p>
  )
}

export function Note({ as: Tag = 'span', id, busy, children }: Words & { readonly as?: 'span' | 'p'; readonly busy?: boolean }) {
  return (
    <Tag id={id} className={styles.note} aria-busy={busy}>
      {children}
    </Tag>
  )
}

export function Wrong({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.wrong} role="alert">
      {children}
    </p>
  )
}

export function Name({ as: Tag = 'span', id, children }: Words & { readonly as?: 'span' | 'p' }) {
  return (
    <Tag id={id} className={styles.name}>
      {children}
    </Tag>
  )
}

/** For IDs and file names. @param title the full text of a shortened one */
export function Mono({ title, children }: { readonly title?: string | undefined; readonly children: ReactNode }) {
  return (
    <span className={styles.mono} title={title} translate="no">
      {children}
    </span>
  )
}

/** Screen readers only. @param live announced on change */
export function Hidden({ live = false, children }: { readonly live?: boolean; readonly children: ReactNode }) {
  if (live)
    return (
      <div role="status" aria-live="polite" className={styles.hidden}>
        {children}
      </div>
    )
  return <span className={styles.hidden}>{children}</span>
}

/** A heading below the page's title. @param focus focusable, with a focus ring */
export function Heading({
  level,
  size = 'small',
  focus,
  id,
  children,
}: Words & { readonly level: 2 | 3 | 4; readonly size?: 'small' | 'medium' | 'large'; readonly focus?: 'ring' | 'quiet' }) {
  const Tag = `h${level}` as const
  return (
    <Tag id={id} tabIndex={focus && -1} className={classNames(styles.heading, styles[size], focus && styles[focus])}>
      {children}
    </Tag>
  )
}

export function List({ ordered = false, children }: { readonly ordered?: boolean; readonly children: ReactNode }) {
  const Tag = ordered ? 'ol' : 'ul'
  return <Tag className={styles.list}>{children}</Tag>
}

export function Points({ ordered = false, items }: { readonly ordered?: boolean; readonly items: readonly string[] }) {
  return (
    <List ordered={ordered}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two steps by hand may read alike, and none is ever moved
        <li key={index}>{item}</li>
      ))}
    </List>
  )
}

export function Quote({ children }: { readonly children: string }) {
  return <blockquote className={styles.quote}>{children}</blockquote>
}
