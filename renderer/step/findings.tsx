import { useId, useState } from 'react'
import type { FindingView, StepView } from '../../messages/view.ts'
import { useStrings, useTimes } from '../language.tsx'
import { classNames } from '../parts/class-names.ts'
import { Icon } from '../parts/icons.tsx'
import { TextButton } from '../parts/link-button.tsx'
import { Pill } from '../parts/pill.tsx'
import { Section } from '../parts/section.tsx'
import { useNow } from '../wizard-context.tsx'
import { FindingCard } from './finding-card.tsx'
import { findingState } from './finding-state.ts'
import styles from './findings.module.css'
import { readingNote } from './reading-note.ts'
import { Skeleton } from './skeleton.tsx'

/** What the checks found: what needs somebody first, all that is settled folded into one line. */
export function Findings({ step }: { readonly step: StepView }) {
  const strings = useStrings()
  const times = useTimes()
  const now = useNow()
  const reading = step.phase === 'reading' || step.phase === 'rechecking'
  const open = step.findings.filter((finding) => !findingState(finding, strings.findings.pills).settled)
  const settled = step.findings.filter((finding) => findingState(finding, strings.findings.pills).settled)
  // Read, but for the choice alone: of what was chosen nothing is known yet.
  const unread = step.checkedAt === undefined || step.findings.length === 0
  const note = unread ? (reading ? strings.findings.reading : '') : readingNote(strings, times, step.checkedAt ?? now, reading, now)
  return (
    <Section heading={strings.findings.heading} note={note} busy={reading}>
      {step.findings.length === 0 && reading ? <Skeleton /> : null}
      <div className={classNames(reading && styles.stale)}>
        {open.length === 0 ? null : (
          <ul className={styles.list}>
            {open.map((finding) => (
              <FindingCard key={finding.key} finding={finding} />
            ))}
          </ul>
        )}
        {settled.length === 0 ? null : <Settled findings={settled} others={open.length > 0} />}
      </div>
    </Section>
  )
}

/** What is settled, folded into one line. */
export function Settled({ findings, others }: { readonly findings: readonly FindingView[]; readonly others: boolean }) {
  const strings = useStrings()
  const { moment } = useTimes()
  const now = useNow()
  const [shown, setShown] = useState(false)
  const listId = useId()
  return (
    <div className={styles.folded}>
      <div className={styles.foldedHead}>
        <Pill tone="success" icon="check">
          {strings.findings.pills.pass}
        </Pill>
        <span className={styles.foldedText}>
          {(others ? strings.findings.foldMore : strings.findings.foldAll)({ settled: findings.length })}
        </span>
        <TextButton expanded={shown} controls={listId} onClick={() => setShown(!shown)}>
          {shown ? strings.findings.hide : strings.findings.show}
        </TextButton>
      </div>
      {shown ? (
        <ul id={listId} className={styles.passes}>
          {findings.map((finding) => (
            <li key={finding.key} className={styles.pass}>
              <span className={styles.passIcon}>
                <Icon name="check" size={14} />
              </span>
              <span>
                {finding.title}
                <span className={styles.passSeen}>{finding.seen}</span>
                {finding.attested ? (
                  <span className={styles.passSeen}>
                    {strings.findings.confirmedBy({ by: finding.attested.by, at: moment(finding.attested.at, now) })}
                  </span>
                ) : null}
              </span>
              <span className={styles.id}>{finding.id}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
