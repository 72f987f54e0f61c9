import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { FindingView, StepView } from '../../machines/wizard/view.ts'
import { moment, relative } from '../format.ts'
import { Icon } from '../parts/icons.tsx'
import { TextButton } from '../parts/link-button.tsx'
import { Pill } from '../parts/pill.tsx'
import { Section } from '../parts/section.tsx'
import { strings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'
import { FindingCard } from './finding-card.tsx'
import { findingState } from './finding-state.ts'
import { Skeleton } from './skeleton.tsx'

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px', margin: '0', padding: '0' },
  // Grey rather than pale: old facts are still to be read.
  stale: { filter: 'grayscale(1)' },
  folded: {
    marginTop: '8px',
    padding: '9px 14px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `4px solid ${tokens.colorStatusSuccessBorder2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  foldedHead: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 10px' },
  foldedText: { flexGrow: 1 },
  passes: { listStyleType: 'none', margin: '8px 0 0', padding: '0' },
  pass: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr) auto',
    gap: '0 8px',
    padding: '6px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  passIcon: { display: 'inline-flex', height: '20px', alignItems: 'center', color: tokens.colorStatusSuccessForeground1 },
  passSeen: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  id: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground3,
  },
})

/** What the checks found: what needs somebody first, all that is settled folded into one line. */
export function Findings({ step }: { readonly step: StepView }) {
  const styles = useStyles()
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
      <div className={mergeClasses(reading && styles.stale)}>
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

function Settled({ findings, others }: { readonly findings: readonly FindingView[]; readonly others: boolean }) {
  const styles = useStyles()
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
