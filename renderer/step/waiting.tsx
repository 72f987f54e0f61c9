import type { WaitView } from '#messages/view.ts'
import { useTimes } from '../language.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Card } from '../primitives/card.tsx'
import { classNames } from '../primitives/class-names.ts'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Details } from '../primitives/disclosure.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { Moment } from '../primitives/moment.tsx'
import { type StateLook, Status } from '../primitives/status.tsx'
import { Hidden, Name, Note } from '../primitives/text.tsx'
import { toneClass } from '../primitives/tones.tsx'
import { useStrings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'
import { Problem } from './problem.tsx'
import styles from './waiting.module.css'

const LOOKS: Readonly<Record<WaitView['stages'][number]['state'], StateLook>> = {
  done: { tone: 'success', glyph: 'verified' },
  running: { tone: 'brand', glyph: 'running' },
  failed: { tone: 'danger', glyph: 'action' },
  open: { tone: 'neutral', glyph: 'missing' },
}

/** Work of minutes at Microsoft: state, start, next check. No spinner, no percentage. */
export function Waiting({ wait }: { readonly wait: WaitView }) {
  const { wait: words } = useStrings()
  const { view } = useWizard()
  return (
    <div className={styles.waiting}>
      {wait.problem ? <Problem problem={wait.problem} tone="warning" /> : null}
      <Card padded>
        <Stack gap="wide">
          {wait.problem || view.signInAgain ? null : <Name>{words.atWork}</Name>}
          <HowLong wait={wait} />
          {wait.stages.length === 0 ? null : <Stages stages={wait.stages} />}
          <OwnWords wait={wait} />
        </Stack>
      </Card>
      <Callout tone="info">{view.practice ? words.practiceEnds : words.stayOpen}</Callout>
    </div>
  )
}

export function Stages({ stages }: { readonly stages: WaitView['stages'] }) {
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

function OwnWords({ wait: { environmentNow, operationId } }: { readonly wait: WaitView }) {
  const strings = useStrings()
  const words = environmentNow?.ownWords ?? []
  if (words.length === 0 && operationId === undefined) return null
  return (
    <Details summary={strings.wait.ownWords} look="link">
      {words.length === 0 ? null : <Note>{words.join(' · ')}</Note>}
      {operationId === undefined ? null : (
        <Row gap="tight">
          <Note>{strings.wait.operation}</Note>
          <CopyButton text={operationId} of={strings.wait.operationOf} />
        </Row>
      )}
    </Details>
  )
}

/** Duration so far and the last check's result; the service's status is folded. */
function HowLong({ wait }: { readonly wait: WaitView }) {
  const strings = useStrings()
  const { moment, duration, timeOfDay } = useTimes()
  const now = useNow()
  const { environmentNow, since } = wait
  return (
    <div className={styles.overview}>
      <div className={styles.howLong}>
        <Note>{strings.wait.runningFor}</Note>
        <span className={styles.duration}>{duration(now - since)}</span>
        <Note>{strings.wait.since({ at: moment(since, now) })}</Note>
      </div>
      <Facts look="narrow">
        <Fact term={strings.wait.state}>{wait.stateWord}</Fact>
        <Fact term={strings.wait.environmentNow}>{environmentNow?.users}</Fact>
        <Fact term={strings.wait.outOfReach}>{wait.outOfReachSince === undefined ? undefined : <Moment at={wait.outOfReachSince} />}</Fact>
        <Fact term={strings.wait.lastLook}>{wait.lastPollAt === undefined ? strings.wait.noLook : <Moment at={wait.lastPollAt} />}</Fact>
        <Fact term={strings.wait.nextLook}>
          {wait.nextPollAt === undefined || wait.nextPollAt <= now ? strings.wait.lookingNow : timeOfDay(wait.nextPollAt)}
        </Fact>
      </Facts>
    </div>
  )
}
