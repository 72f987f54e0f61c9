import { Button } from '@fluentui/react-components'
import type { WaitView } from '../../messages/view.ts'
import { useAdvance } from '../frame/practice-banner.tsx'
import { useStrings, useTimes } from '../language.tsx'
import { Callout } from '../parts/callout.tsx'
import { classNames } from '../parts/class-names.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { Icon, type IconName } from '../parts/icons.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
import { Problem } from './problem.tsx'
import styles from './waiting.module.css'

const STAGE_ICONS: Readonly<Record<WaitView['stages'][number]['state'], IconName | undefined>> = {
  done: 'check',
  running: 'running',
  failed: 'cross',
  open: undefined,
}

/** Work that goes on at Microsoft: where it stands, since when, and when it is looked at next. Nothing turns, nothing counts percents. */
export function Waiting({ wait }: { readonly wait: WaitView }) {
  return (
    <div className={styles.wait}>
      {wait.problem ? <Problem problem={wait.problem} tone="warning" /> : null}
      {wait.stages.length === 0 ? null : <Stages stages={wait.stages} />}
      <Facts wait={wait} />
      <MayClose mayClose={wait.mayClose} />
    </div>
  )
}

function Stages({ stages }: { readonly stages: WaitView['stages'] }) {
  const strings = useStrings()
  const { stamp, stampRange } = useTimes()
  const now = useNow()
  return (
    <ol className={styles.stages} aria-label={strings.wait.stages}>
      {stages.map(({ name, state, from, to }) => {
        const icon = STAGE_ICONS[state]
        return (
          <li key={name} className={classNames(styles.stage, state !== 'open' && styles[state])}>
            <span className={styles.stageName}>
              {icon === undefined ? null : <Icon name={icon} size={14} />}
              {name}
              <span className={styles.hidden}>{` (${strings.wait.stageStates[state]})`}</span>
            </span>
            <span className={styles.times}>
              {from === undefined ? null : to === undefined ? strings.wait.from({ at: stamp(from, now) }) : stampRange(from, to, now)}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

function Facts({ wait }: { readonly wait: WaitView }) {
  const strings = useStrings()
  const { moment, duration, timeOfDay } = useTimes()
  const now = useNow()
  const lastLook = wait.lastPollAt === undefined ? strings.wait.noLook : moment(wait.lastPollAt, now)
  const rows: readonly (readonly [string, string | undefined])[] = [
    [strings.wait.runningFor, `${duration(now - wait.since)}, ${strings.wait.since({ at: moment(wait.since, now) })}`],
    [strings.wait.state, wait.stateWord],
    [strings.wait.environmentNow, wait.environmentState],
    [strings.wait.outOfReach, wait.outOfReachSince === undefined ? undefined : moment(wait.outOfReachSince, now)],
    [strings.wait.lastLook, lastLook],
    [strings.wait.nextLook, wait.nextPollAt === undefined ? undefined : timeOfDay(wait.nextPollAt)],
  ]
  return (
    <dl className={styles.facts}>
      {rows.map(([term, fact]) =>
        fact === undefined ? null : (
          <Pair key={term} term={term}>
            {fact}
          </Pair>
        ),
      )}
      {wait.operationId === undefined ? null : (
        <Pair term={strings.wait.operation}>
          <span className={styles.operation}>
            <span className={styles.id}>{wait.operationId}</span>
            <CopyButton text={wait.operationId} of={strings.wait.operationOf} />
          </span>
        </Pair>
      )}
    </dl>
  )
}

function Pair({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.fact}>{children}</dd>
    </>
  )
}

function MayClose({ mayClose }: { readonly mayClose: boolean }) {
  const strings = useStrings()
  const { view } = useWizard()
  const advance = useAdvance()
  if (view.practice === undefined) {
    return (
      <Callout tone="info">
        {mayClose ? (
          <p className={styles.callout}>
            <strong>{strings.wait.mayClose}</strong> {strings.wait.mayCloseWhy}
          </p>
        ) : (
          strings.wait.stayOpen
        )}
      </Callout>
    )
  }
  return (
    <Callout tone="info">
      <p className={styles.callout}>{strings.wait.practiceEnds}</p>
      <div className={styles.buttons}>
        <Button size="small" onClick={() => advance(1)}>
          {strings.practice.hour}
        </Button>
        <Button size="small" onClick={() => advance(24)}>
          {strings.practice.day}
        </Button>
      </div>
    </Callout>
  )
}
