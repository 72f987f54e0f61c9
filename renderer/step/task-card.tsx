import { type ReactNode, useId } from 'react'
import { ownerOf } from '../../machines/procedure/owners.ts'
import type { StepView } from '../../messages/view.ts'
import { ActionButtons } from '../frame/action-buttons.tsx'
import { useStrings } from '../language.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import type { GlyphName } from '../primitives/glyphs.ts'
import { Hidden } from '../primitives/text.tsx'
import styles from './task-card.module.css'

/** What is asked of a person now, with the button that does it, what happens then, who does it, and how long it takes. Why is in the help. */
export function TaskCard({ task: { now, about } }: { readonly task: StepView['task'] }) {
  const strings = useStrings()
  const { happens, who, takes, starts } = about ?? {}
  return (
    <ActionCard sentence={now} text={happens}>
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
 * The card of every page: what to do, and the page's one primary button.
 * @param label above the sentence, in place of "Do now"; null where the sentence needs none
 * @param text a sentence more
 * @param actions in place of the page's own
 * @param children what it is about
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
  readonly tone?: 'danger'
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

/** @param sign in place of the term, which is heard then */
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
      <dd className={styles.value}>{children}</dd>
    </div>
  )
}
