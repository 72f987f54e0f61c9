import { type ReactNode, useId, useState } from 'react'
import { classNames } from './class-names.ts'
import styles from './disclosure.module.css'
import { Glyph } from './glyph.tsx'
import { TextButton } from './link-button.tsx'
import { Heading, Mono, Note } from './text.tsx'

export function Chevron({ open }: { readonly open: boolean }) {
  return <Glyph name={open ? 'up' : 'down'} />
}

/** A button that shows and hides content. @param unfolded initially open */
export function Disclosure({
  show,
  hide,
  unfolded = false,
  children,
}: {
  readonly show: string
  readonly hide: string
  readonly unfolded?: boolean
  readonly children: ReactNode
}) {
  const [open, setOpen] = useState(unfolded)
  const id = useId()
  return (
    <div>
      <TextButton expanded={open} controls={id} onClick={() => setOpen(!open)}>
        {open ? hide : show}
        <Chevron open={open} />
      </TextButton>
      {open ? (
        <div id={id} className={styles.inside}>
          {children}
        </div>
      ) : null}
    </div>
  )
}

/** Button with a chevron. @param controls ID of the content @param holds IDs inside the content */
export function Opener({
  open,
  controls,
  holds,
  onClick,
  children,
}: {
  readonly open: boolean
  readonly controls: string
  readonly holds?: readonly string[] | undefined
  readonly onClick: () => void
  readonly children: ReactNode
}) {
  return (
    <button
      type="button"
      className={styles.opener}
      aria-expanded={open}
      aria-controls={open ? controls : undefined}
      data-holds={open ? undefined : holds?.join(' ')}
      onClick={onClick}
    >
      <span className={styles.chevron}>
        <Glyph name={open ? 'down' : 'right'} />
      </span>
      {children}
    </button>
  )
}

/**
 * A card line that unfolds.
 * @param as `section`: a part of the page whose label is its heading
 * @param titleId ID of the label as a focusable heading
 * @param holds IDs inside, for links to them
 * @param inset content aligned with the label
 * @param apart the aside stands at the end of the line
 */
export function Fold({
  as: Tag = 'div',
  label,
  aside,
  titleId,
  holds,
  unfolded = false,
  inset = false,
  apart = false,
  children,
}: {
  readonly as?: 'div' | 'section'
  readonly label: ReactNode
  readonly aside?: ReactNode
  readonly titleId?: string
  readonly holds?: readonly string[]
  readonly unfolded?: boolean
  readonly inset?: boolean
  readonly apart?: boolean
  readonly children: ReactNode
}) {
  const [open, setOpen] = useState(unfolded)
  const id = useId()
  const labelId = useId()
  const opener = (
    <Opener open={open} controls={id} holds={holds} onClick={() => setOpen(!open)}>
      {label}
    </Opener>
  )
  return (
    <Tag aria-labelledby={Tag === 'section' ? labelId : undefined}>
      <div className={classNames(styles.fold, apart && styles.apart)}>
        {Tag === 'section' ? (
          <h2 id={labelId} className={styles.heading}>
            {opener}
          </h2>
        ) : titleId === undefined ? (
          opener
        ) : (
          <Heading level={3} id={titleId} focus="ring">
            {opener}
          </Heading>
        )}
        {aside === undefined ? null : <Note>{aside}</Note>}
      </div>
      {open ? (
        <div id={id} className={inset ? styles.inset : undefined}>
          {children}
        </div>
      ) : null}
    </Tag>
  )
}

/** A line with details. @param id ID of what it describes */
export function Details({
  summary,
  id,
  look = 'line',
  children,
}: {
  readonly summary: string
  readonly id?: string
  readonly look?: 'line' | 'link'
  readonly children: ReactNode
}) {
  return (
    <details className={styles[look]}>
      <summary className={styles.summary}>
        {summary}
        {id === undefined ? null : (
          <>
            {' '}
            <span className={styles.id}>
              <Mono>{id}</Mono>
            </span>
          </>
        )}
      </summary>
      <div className={styles.inside}>{children}</div>
    </details>
  )
}
