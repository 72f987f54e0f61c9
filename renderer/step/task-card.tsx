import { type ReactNode, useId } from 'react'
import { ownerOf } from '../../machines/procedure/owners.ts'
import type { StepView } from '../../messages/view.ts'
import { ActionButtons } from '../frame/action-buttons.tsx'
import { useStrings } from '../language.tsx'
import styles from './task-card.module.css'

/** What is asked of a person now, with the button that does it, what happens then, who does it, and how long it takes. Why is in the help. */
export function TaskCard({ task: { now, about } }: { readonly task: StepView['task'] }) {
  const strings = useStrings()
  return (
    <ActionCard sentence={now} text={about?.happens}>
      {about === undefined ? null : (
        <dl className={styles.about}>
          <About term={strings.task.who}>{about.who.map((owner) => strings.owners[ownerOf(owner)]).join(' · ')}</About>
          <About term={strings.task.takes}>{about.takes}</About>
          {about.starts === undefined ? null : <About term={strings.schedule.starts}>{about.starts}</About>}
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

function About({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className={styles.part}>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  )
}
