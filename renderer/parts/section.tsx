import { makeStyles, tokens } from '@fluentui/react-components'
import { type ReactNode, useId } from 'react'

const useStyles = makeStyles({
  section: { marginTop: '20px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '12px', rowGap: '2px', marginBottom: '8px' },
  heading: {
    margin: '0',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    outline: 'none',
    scrollMarginTop: '16px',
  },
  note: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  action: { marginLeft: 'auto' },
})

/** A part of the page under a heading that focus can be sent to. */
export function Section({
  heading,
  note,
  action,
  headingId,
  busy,
  children,
}: {
  readonly heading: string
  readonly note?: string
  readonly action?: ReactNode
  readonly headingId?: string
  readonly busy?: boolean
  readonly children: ReactNode
}) {
  const styles = useStyles()
  const ownId = useId()
  const id = headingId ?? ownId
  return (
    <section className={styles.section} aria-labelledby={id} aria-busy={busy}>
      <div className={styles.head}>
        <h2 id={id} tabIndex={-1} className={styles.heading}>
          {heading}
        </h2>
        {note === undefined || note === '' ? null : <span className={styles.note}>{note}</span>}
        {action === undefined ? null : <span className={styles.action}>{action}</span>}
      </div>
      {children}
    </section>
  )
}
