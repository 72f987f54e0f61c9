import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { HOUR } from '../../machines/engine/durations.ts'
import type { MaintenanceWindow } from '../../machines/engine/step/maintenance-window.ts'
import type { GuideView, WaitView } from '../../messages/view.ts'
import { useAdvance } from '../frame/practice-banner.tsx'
import { useStrings, useTimes } from '../language.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Card } from '../primitives/card.tsx'
import { classNames } from '../primitives/class-names.ts'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Details } from '../primitives/disclosure.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { type StateLook, Status } from '../primitives/status.tsx'
import { Hidden, Name, Note, Text } from '../primitives/text.tsx'
import { toneClass } from '../primitives/tones.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
import { DayBar } from './day-bar.tsx'
import { MailDraft } from './mail-draft.tsx'
import { Problem } from './problem.tsx'
import styles from './waiting.module.css'
import { StatedWindow } from './window-fields.tsx'

const LOOKS: Readonly<Record<WaitView['stages'][number]['state'], StateLook>> = {
  done: { tone: 'success', glyph: 'verified' },
  running: { tone: 'brand', glyph: 'running' },
  failed: { tone: 'danger', glyph: 'action' },
  open: { tone: 'neutral', glyph: 'missing' },
}

/** Work that goes on at Microsoft: where it stands, since when, and when it is looked at next. Nothing turns, nothing counts percents. */
export function Waiting({ wait }: { readonly wait: WaitView }) {
  return (
    <div className={styles.columns}>
      <Running wait={wait} />
    </div>
  )
}

/**
 * The same for days, with what may not be done and what the users are told.
 * @param meanwhile of the guide
 * @param children what was done before
 */
export function WaitingForDays({
  wait,
  window,
  meanwhile,
  children,
}: {
  readonly wait: WaitView
  readonly window: MaintenanceWindow | undefined
  readonly meanwhile: GuideView['whileYouWait']
  readonly children: ReactNode
}) {
  return (
    <div className={styles.columns}>
      <div>
        <Running wait={wait} window={window} />
        {children}
      </div>
      <div className={styles.beside}>
        <Meanwhile passages={meanwhile} />
        <Card padded>
          <MailDraft to={{ mail: 'outage', start: wait.since }} />
        </Card>
      </div>
    </div>
  )
}

function Running({ wait, window }: { readonly wait: WaitView; readonly window?: MaintenanceWindow | undefined }) {
  const strings = useStrings()
  const { since, takesUpTo } = wait
  return (
    <Stack gap="wide">
      {wait.problem ? <Problem problem={wait.problem} tone="warning" /> : null}
      <Card padded>
        <Stack gap="wide">
          <HowLong wait={wait} />
          {takesUpTo === undefined ? null : <DayBar since={since} takesUpTo={takesUpTo} />}
          {wait.stages.length === 0 ? null : <Stages stages={wait.stages} />}
          {window === undefined || isToldByBar(window, wait) ? null : <StatedWindow window={window} />}
          {wait.environmentNow?.ownWords.length ? (
            <Details summary={strings.wait.ownWords} look="link">
              <Note>{wait.environmentNow.ownWords.join(' · ')}</Note>
            </Details>
          ) : null}
        </Stack>
      </Card>
      <MayClose mayClose={wait.mayClose} />
    </Stack>
  )
}

/** A window that ends with the latest documented end needs no line of its own. */
const isToldByBar = ({ to }: MaintenanceWindow, { since, takesUpTo }: WaitView): boolean =>
  takesUpTo !== undefined && Math.abs(to - since - takesUpTo) < HOUR

function Meanwhile({ passages }: { readonly passages: GuideView['whileYouWait'] }) {
  const strings = useStrings()
  if (passages.length === 0) return null
  return (
    <Card padded>
      <Section heading={strings.wait.untilDone}>
        <Stack as="ul" gap="even">
          {passages.map(({ heading, text }) => (
            <li key={heading}>
              <Name>{heading}</Name>
              <Text>{text}</Text>
            </li>
          ))}
        </Stack>
      </Section>
    </Card>
  )
}

function Stages({ stages }: { readonly stages: WaitView['stages'] }) {
  const strings = useStrings()
  const { stamp, stampRange } = useTimes()
  const now = useNow()
  return (
    <ol className={styles.stages} aria-label={strings.wait.stages}>
      {stages.map(({ name, state, from, to }) => (
        <li key={name} className={classNames(styles.stage, toneClass(LOOKS[state].tone), state !== 'open' && styles.started)}>
          <Status {...LOOKS[state]}>
            {name}
            <Hidden>{` (${strings.wait.stageStates[state]})`}</Hidden>
          </Status>
          <Note>
            {from === undefined ? null : to === undefined ? strings.wait.from({ at: stamp(from, now) }) : stampRange(from, to, now)}
          </Note>
        </li>
      ))}
    </ol>
  )
}

/** How long it has been running, and what the last look saw; the services' own words open. */
function HowLong({ wait }: { readonly wait: WaitView }) {
  const strings = useStrings()
  const { moment, duration, timeOfDay } = useTimes()
  const now = useNow()
  const { environmentNow, operationId, since, takesUpTo, mayClose } = wait
  const isLate = takesUpTo !== undefined && now - since > takesUpTo
  return (
    <div className={styles.overview}>
      <div className={styles.howLong}>
        <Note>{strings.wait.runningFor}</Note>
        <span className={styles.duration}>{duration(now - since)}</span>
        {takesUpTo === undefined ? <Note>{strings.wait.since({ at: moment(since, now) })}</Note> : null}
        {mayClose ? <Text>{isLate ? strings.wait.late : wait.range}</Text> : null}
        {takesUpTo === undefined || isLate ? null : <Note as="p">{strings.wait.howMuchIsLeft}</Note>}
      </div>
      <Facts look="narrow">
        <Fact term={strings.wait.state}>{wait.stateWord}</Fact>
        <Fact term={strings.wait.environmentNow}>{environmentNow?.users}</Fact>
        <Fact term={strings.wait.outOfReach}>{wait.outOfReachSince === undefined ? undefined : moment(wait.outOfReachSince, now)}</Fact>
        <Fact term={strings.wait.lastLook}>{wait.lastPollAt === undefined ? strings.wait.noLook : moment(wait.lastPollAt, now)}</Fact>
        <Fact term={strings.wait.nextLook}>{wait.nextPollAt === undefined ? undefined : timeOfDay(wait.nextPollAt)}</Fact>
        {operationId === undefined ? null : (
          <Fact term={strings.wait.operation}>
            <CopyButton text={operationId} of={strings.wait.operationOf} />
          </Fact>
        )}
      </Facts>
    </div>
  )
}

/** That the window may be closed meanwhile, and why; in practice time is let pass instead. @param why what happens meanwhile */
export function MayClose({ mayClose, why }: { readonly mayClose: boolean; readonly why?: string }) {
  const strings = useStrings()
  const { view } = useWizard()
  const advance = useAdvance()
  if (view.practice === undefined) {
    return (
      <Callout tone="info">
        {mayClose ? (
          <>
            <strong>{strings.wait.mayClose}</strong> {why ?? strings.wait.mayCloseWhy}
          </>
        ) : (
          strings.wait.stayOpen
        )}
      </Callout>
    )
  }
  return (
    <Callout tone="info">
      <Stack>
        <span>{strings.wait.practiceEnds}</span>
        <Row>
          <Button size="small" onClick={() => advance(1)}>
            {strings.practice.hour}
          </Button>
          <Button size="small" onClick={() => advance(24)}>
            {strings.practice.day}
          </Button>
        </Row>
      </Stack>
    </Callout>
  )
}
