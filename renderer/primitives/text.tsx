import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './text.module.css'

interface Words {
  readonly id?: string | undefined
  readonly children: ReactNode
}

/** A paragraph of running text. */
export function Text({ id, children }: Words) {
  return (
    <p id={id} className={styles.text}>
      {children}
    </p>
  )
}

/** Small and gray: what is said beside or below something else. */
export function Note({ as: Tag = 'span', id, busy, children }: Words & { readonly as?: 'span' | 'p'; readonly busy?: boolean }) {
  return (
    <Tag id={id} className={styles.note} aria-busy={busy}>
      {children}
    </Tag>
  )
}

/** What is wrong with what was entered, where no field says it. */
export function Wrong({ id, children }: Words) {
  return (
    <p id={id} className={styles.wrong} role="alert">
      {children}
    </p>
  )
}

/** What something is called, where it is no heading. */
export function Name({ id, children }: Words) {
  return (
    <span id={id} className={styles.name}>
      {children}
    </span>
  )
}

/** IDs and file names, which are read character by character. @param title the whole of it where it is shown in short */
export function Mono({ title, children }: { readonly title?: string | undefined; readonly children: ReactNode }) {
  return (
    <span className={styles.mono} title={title} translate="no">
      {children}
    </span>
  )
}

/** Heard, not seen. @param live said as soon as it changes */
export function Hidden({ live = false, children }: { readonly live?: boolean; readonly children: ReactNode }) {
  if (live)
    return (
      <div role="status" aria-live="polite" className={styles.hidden}>
        {children}
      </div>
    )
  return <span className={styles.hidden}>{children}</span>
}

/**
 * A heading below the page's title.
 * @param focus the focus can be sent to it; the ring shows which one is meant where there are several
 */
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

/** A list with bullets or numbers. */
export function List({ ordered = false, id, children }: Words & { readonly ordered?: boolean }) {
  const Tag = ordered ? 'ol' : 'ul'
  return (
    <Tag id={id} className={styles.list}>
      {children}
    </Tag>
  )
}

/** A list of sentences. */
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

/** Another person's words, as they wrote them. */
export function Quote({ children }: { readonly children: string }) {
  return <blockquote className={styles.quote}>{children}</blockquote>
}
