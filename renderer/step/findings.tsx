import { useEffect } from 'react'
import { SEVERITIES, type Severity } from '#machines/engine/step/severity.ts'
import type { MapElement } from '#machines/procedure/key-map/elements.ts'
import type { FindingView, StepView } from '#messages/view.ts'
import { findingsOf, useSelection } from '../key-map/selection.tsx'
import { useTimes } from '../language.tsx'
import { Card } from '../primitives/card.tsx'
import { classNames } from '../primitives/class-names.ts'
import { Fold } from '../primitives/disclosure.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import { Row } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { Status } from '../primitives/status.tsx'
import { Mono, Name, Note } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'
import { FindingCard } from './finding-card.tsx'
import { findingTitleId } from './finding-id.ts'
import { type FindingState, findingState } from './finding-state.ts'
import styles from './findings.module.css'
import { readingNote } from './reading-note.ts'
import { Skeleton } from './skeleton.tsx'

const FINDINGS_HEADING_ID = 'findings-heading'

/** Folded, because they need no action. After a failure, planned findings open. */
const FOLDED: readonly Severity[] = ['planned', 'settled']

/** Findings: those that need action first; the others grouped into a line each. @param but shown elsewhere on the page */
export function Findings({ step, but = [] }: { readonly step: StepView; readonly but?: readonly FindingView[] }) {
  const strings = useStrings()
  const times = useTimes()
  const now = useNow()
  const reading = step.phase === 'reading' || step.phase === 'rechecking'
  const { selected } = useSelection()
  const listed = step.findings.filter((finding) => !but.includes(finding))
  const states = findingsOf(selected, listed).map((finding) => ({ finding, state: findingState(finding, strings.findings.pills) }))
  // Only the choice was read so far.
  const unread = step.checkedAt === undefined || step.findings.length === 0
  const again = unread ? strings.findings.reading : readingNote(strings, times, step.checkedAt ?? now, reading, now)
  return (
    <Section heading={strings.findings.heading} note={reading ? again : ''} headingId={FINDINGS_HEADING_ID} busy={reading}>
      {selected === undefined ? null : <Showing part={selected} />}
      {step.findings.length === 0 && reading ? <Skeleton /> : null}
      <div className={classNames(reading && styles.stale)}>
        {states.length === 0 ? null : (
          <Card>
            {SEVERITIES.map((group) => {
              const own = states.filter(({ state }) => state.group === group)
              const [first] = own
              if (!first) return null
              const findings = own.map(({ finding }) => finding)
              if (group === 'settled') return <Settled key={group} findings={findings} />
              return (
                <Group
                  key={`${group} ${selected}`}
                  state={first.state}
                  findings={findings}
                  unfolded={!FOLDED.includes(group) || (step.problem !== undefined && step.ended === undefined) || selected !== undefined}
                />
              )
            })}
          </Card>
        )}
      </div>
    </Section>
  )
}

/** The active map filter, with a button to clear it. */
function Showing({ part }: { readonly part: MapElement }) {
  const words = useStrings().keyMap
  const { view, announce } = useWizard()
  const { select } = useSelection()
  const kind = view.keyMap?.elements.find(({ element }) => element === part)?.kind ?? ''
  const showing = words.showing({ part: kind })
  useEffect(() => announce(showing), [announce, showing])
  const showAll = () => {
    select(undefined)
    // The button disappears with the filter.
    document.getElementById(FINDINGS_HEADING_ID)?.focus()
  }
  return (
    <Row>
      <Name>{showing}</Name>
      <TextButton onClick={showAll}>{words.showAll}</TextButton>
    </Row>
  )
}

function Group({
  state,
  findings,
  unfolded,
}: {
  readonly state: FindingState
  readonly findings: readonly FindingView[]
  readonly unfolded: boolean
}) {
  const head = (
    <Status tone={state.tone} glyph={state.glyph} count={findings.length} large>
      {state.word}
    </Status>
  )
  return (
    <Fold label={head} unfolded={unfolded} holds={findings.map(({ key }) => findingTitleId(key))}>
      <ul className={styles.list}>
        {findings.map((finding) => (
          <FindingCard key={finding.key} finding={finding} grouped />
        ))}
      </ul>
    </Fold>
  )
}

export function Settled({ findings }: { readonly findings: readonly FindingView[] }) {
  const strings = useStrings()
  const { moment } = useTimes()
  const now = useNow()
  const head = (
    <Status tone="success" glyph="verified" count={findings.length} large>
      {strings.findings.pills.pass}
    </Status>
  )
  return (
    <Fold label={head}>
      <ul className={styles.passes}>
        {findings.map((finding) => (
          <li key={finding.key} className={styles.pass}>
            <Glyph name="check" />
            <span>
              {finding.title}
              <Note>{finding.seen}</Note>
              {finding.attested ? (
                <Note>{strings.findings.confirmedBy({ by: finding.attested.by, at: moment(finding.attested.at, now) })}</Note>
              ) : null}
            </span>
            <Mono>{finding.id}</Mono>
          </li>
        ))}
      </ul>
    </Fold>
  )
}
