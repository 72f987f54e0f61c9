import { useId, useState } from 'react'
import type { FindingView, StepView } from '../../messages/view.ts'
import { moment, relative } from '../format.ts'
import { classNames } from '../parts/class-names.ts'
import { Icon } from '../parts/icons.tsx'
import { TextButton } from '../parts/link-button.tsx'
import { Pill } from '../parts/pill.tsx'
import { Section } from '../parts/section.tsx'
import { strings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'
import { FindingCard } from './finding-card.tsx'
import { findingState } from './finding-state.ts'
import styles from './findings.module.css'
import { Skeleton } from './skeleton.tsx'

/** What the checks found: what needs somebody first, all that is settled folded into one line. */
export function Findings({ step }: { readonly step: StepView }) {
  const { can, send } = useWizard()
  const now = useNow()
  const reading = step.phase === 'reading' || step.phase === 'rechecking'
  const open = step.findings.filter((finding) => !findingState(finding).settled)
  const settled = step.findings.filter((finding) => findingState(finding).settled)
  const again =
    can('CHECK_AGAIN') && !reading ? (
      <TextButton onClick={() => send({ type: 'CHECK_AGAIN' })}>{strings.findings.checkAgain}</TextButton>
    ) : undefined
  return (
    <Section heading={strings.findings.heading} note={note(step, reading, now)} action={again} busy={reading}>
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

function note(step: StepView, reading: boolean, now: number): string {
  // Read, but for the choice alone: of what was chosen nothing has been seen yet.
  if (step.checkedAt === undefined || step.findings.length === 0) return reading ? strings.findings.reading : ''
  const at = moment(step.checkedAt, now)
  return reading ? strings.findings.readingAgain(at) : strings.findings.checked(at, relative(step.checkedAt, now))
}

/** What is settled, folded into one line. */
export function Settled({ findings, others }: { readonly findings: readonly FindingView[]; readonly others: boolean }) {
  const now = useNow()
  const [shown, setShown] = useState(false)
  const listId = useId()
  return (
    <div className={styles.folded}>
      <div className={styles.foldedHead}>
        <Pill tone="success" icon="check">
          {strings.findings.pills.pass}
        </Pill>
        <span className={styles.foldedText}>{strings.findings.fold(findings.length, others)}</span>
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
                    {strings.findings.confirmedBy(finding.attested.by, moment(finding.attested.at, now))}
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
