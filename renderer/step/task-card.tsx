import { type ReactNode, useId } from 'react'
import { ownerOf } from '#machines/procedure/owners/owners.ts'
import type { StepView } from '#messages/view.ts'
import { ActionButtons } from '../frame/action-buttons.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import type { GlyphName } from '../primitives/glyphs.ts'
import { Hidden, Name } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import styles from './task-card.module.css'

/** The person's task: its button, what happens next, owner and duration. Reasons are in the help. */
export function TaskCard({ step: { task, place, proved } }: { readonly step: StepView }) {
  const strings = useStrings()
  const { happens, who, takes, starts } = task.about ?? {}
  // After an operation, nothing is to be done.
  const label = place === undefined && proved ? null : (task.done?.verified ?? strings.task.now)
  return (
    <ActionCard label={label} sentence={task.now} text={happens} tone={task.done && 'success'}>
      {who === undefined ? null : (
        <dl className={styles.about}>
          <About term={strings.task.who} sign="person">
            {who.map((owner) => strings.owners[ownerOf(owner)]).join(' · ')}
          </About>
          {takes === undefined ? null : (
            <About term={strings.task.takes} sign="clock">
              {takes}
            </About>
          )}
          {starts === undefined ? null : <About term={strings.schedule.starts}>{starts}</About>}
        </dl>
      )}
    </ActionCard>
  )
}

/**
 * The main card of a page, with its one primary button.
 * @param label replaces "Do now"; null: none
 * @param text an additional sentence
 * @param actions replace the page's own
 */
export function ActionCard({
  label,
  sentence,
  text,
  tone,
  actions,
  children,
}: {
  readonly label?: string | null
  readonly sentence: ReactNode
  readonly text?: ReactNode
  readonly tone?: 'danger' | 'warning' | 'success' | undefined
  readonly actions?: ReactNode
  readonly children?: ReactNode
}) {
  const strings = useStrings()
  const id = useId()
  return (
    <section className={styles.card} data-tone={tone} aria-labelledby={id}>
      <div className={styles.now}>
        <div className={styles.said}>
          {label === null ? null : (
            <span id={id} className={styles.label}>
              {label ?? strings.task.now}
            </span>
          )}
          <p id={label === null ? id : undefined} className={styles.sentence}>
            {sentence}
          </p>
          {text === undefined ? null : <p className={styles.text}>{text}</p>}
        </div>
        {actions === undefined ? <ActionButtons /> : <div data-actions>{actions}</div>}
      </div>
      {children}
    </section>
  )
}

/** @param sign replaces the term visually */
function About({ term, sign, children }: { readonly term: string; readonly sign?: GlyphName; readonly children: ReactNode }) {
  return (
    <div className={styles.part}>
      <dt className={styles.term}>
        {sign === undefined ? (
          term
        ) : (
          <>
            <Glyph name={sign} />
            <Hidden>{term}</Hidden>
          </>
        )}
      </dt>
      <dd>
        <Name>{children}</Name>
      </dd>
    </div>
  )
}
