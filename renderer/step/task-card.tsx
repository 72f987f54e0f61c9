import { type ReactNode, useId } from 'react'
import { ownerOf } from '../../machines/procedure/owners.ts'
import type { StepView } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import styles from './task-card.module.css'

/** What is asked of a person now, and what it is about. */
export function TaskCard({ task: { now, about } }: { readonly task: StepView['task'] }) {
  const strings = useStrings()
  const id = useId()
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.now}>
        <span id={id} className={styles.label}>
          {strings.task.now}
        </span>
        <p className={styles.sentence}>{now}</p>
      </div>
      {about === undefined ? null : (
        <dl className={styles.about}>
          <About term={strings.task.why}>{about.why}</About>
          <About term={strings.task.happens}>{about.happens}</About>
          <About term={strings.task.who}>
            {about.who.map((owner) => (
              <span key={owner} className={styles.owner}>
                {strings.owners[ownerOf(owner)]}
              </span>
            ))}
          </About>
          <About term={strings.task.takes}>{about.takes}</About>
        </dl>
      )}
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
