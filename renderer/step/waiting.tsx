import { defined } from '#machines/defined.ts'
import { DAY, HOUR } from '#machines/engine/durations.ts'
import type { MaintenanceWindow } from '#machines/engine/step/maintenance-window.ts'
import type { MailTo } from '#machines/procedure/mail/mail.ts'
import type { GuideView, ReceiptView, WaitView } from '#messages/view.ts'
import { ActionButtons } from '../frame/action-buttons.tsx'
import { useTimes } from '../language.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Card } from '../primitives/card.tsx'
import { classNames } from '../primitives/class-names.ts'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Details } from '../primitives/disclosure.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { Moment } from '../primitives/moment.tsx'
import { Section } from '../primitives/section.tsx'
import { type StateLook, Status } from '../primitives/status.tsx'
import { Hidden, Name, Note, Text } from '../primitives/text.tsx'
import { toneClass } from '../primitives/tones.tsx'
import { useStrings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'
import { DayBar } from './day-bar.tsx'
import { FoldedMail } from './mail-draft.tsx'
import { Problem } from './problem.tsx'
import { FoldedReceipts } from './receipts.tsx'
import { StatedWindow } from './stated-window.tsx'
import styles from './waiting.module.css'

const LOOKS: Readonly<Record<WaitView['stages'][number]['state'], StateLook>> = {
  done: { tone: 'success', glyph: 'verified' },
  running: { tone: 'brand', glyph: 'running' },
  failed: { tone: 'danger', glyph: 'action' },
  open: { tone: 'neutral', glyph: 'missing' },
}

/** Work at Microsoft: state, start, next check. No spinner, no percentage. */
export function Waiting({ wait }: { readonly wait: WaitView }) {
  return (
    <div className={styles.columns}>
      <Running wait={wait} />
    </div>
  )
}

/** A wait of days, with restrictions and the message to users. @param meanwhile from the guide @param receipts earlier work */
export function WaitingForDays({
  wait,
  window,
  meanwhile,
  receipts,
}: {
  readonly wait: WaitView
  readonly window: MaintenanceWindow | undefined
  readonly meanwhile: GuideView['whileYouWait']
  readonly receipts: readonly ReceiptView[]
}) {
  return (
    <div className={styles.columns}>
      <Stack gap="wide">
        <Running wait={wait} window={window} />
        {receipts.length === 0 ? null : (
          <Card>
            <FoldedReceipts receipts={receipts} />
          </Card>
        )}
      </Stack>
      <div className={styles.beside}>
        <Meanwhile passages={meanwhile} />
        {wait.isOutage ? (
          <Card>
            <FoldedMail to={outageOf(wait, window)} />
          </Card>
        ) : null}
      </div>
    </div>
  )
}

/** Advised window if none was stated: the longest documented addition. */
const PLAN_FOR = 4 * DAY

const running = (window: MaintenanceWindow | undefined) =>
  ({ mail: 'outage', isRunning: true, ...defined({ timeZone: window?.timeZone }) }) as const

/** Outage for users: the latest documented end, or the planned one. */
const outageOf = ({ since, takesUpTo }: WaitView, window: MaintenanceWindow | undefined): MailTo =>
  takesUpTo === undefined
    ? { ...running(window), start: since, end: window?.to ?? since + PLAN_FOR, isPlanned: true }
    : { ...running(window), start: since, end: since + takesUpTo }

function Running({ wait, window }: { readonly wait: WaitView; readonly window?: MaintenanceWindow | undefined }) {
  const { since, takesUpTo } = wait
  return (
    <Stack gap="wide">
      {wait.problem ? <Problem problem={wait.problem} tone="warning" /> : null}
      <Card padded>
        <Stack gap="wide">
          <WhoMustAct wait={wait} />
          <HowLong wait={wait} />
          {wait.mayClose ? <ActionButtons /> : null}
          {takesUpTo === undefined ? null : <DayBar since={since} takesUpTo={takesUpTo} />}
          {wait.stages.length === 0 ? null : <Stages stages={wait.stages} />}
          {window === undefined || isToldByBar(window, wait) ? null : <StatedWindow window={window} />}
          <OwnWords wait={wait} />
        </Stack>
      </Card>
      <MayClose mayClose={wait.mayClose} />
    </Stack>
  )
}

/** Whether the person must act; a problem or ended sign-in says so itself. */
function WhoMustAct({ wait }: { readonly wait: WaitView }) {
  const { wait: words } = useStrings()
  const { view } = useWizard()
  const now = useNow()
  return wait.problem || view.signInAgain ? null : (
    <Name>{isLate(wait, now) ? words.youMustAct : wait.takesUpTo === undefined ? words.atWork : words.nothingToDo}</Name>
  )
}

const isLate = ({ since, takesUpTo }: WaitView, now: number): boolean => takesUpTo !== undefined && now - since > takesUpTo

/** A window that ends with the latest documented end needs no extra line. */
const isToldByBar = ({ to }: MaintenanceWindow, { since, takesUpTo }: WaitView): boolean =>
  takesUpTo !== undefined && Math.abs(to - since - takesUpTo) < HOUR

/** Restrictions stay open; advice for incidents is folded. */
function Meanwhile({ passages }: { readonly passages: GuideView['whileYouWait'] }) {
  const strings = useStrings()
  const [first, ...others] = passages
  if (first === undefined) return null
  return (
    <Card padded>
      <Section heading={strings.wait.untilDone}>
        <Stack gap="even">
          <Text>{first.text}</Text>
          <div>
            {others.map(({ heading, text }) => (
              <Details key={heading} summary={heading}>
                <Text>{text}</Text>
              </Details>
            ))}
          </div>
        </Stack>
      </Section>
    </Card>
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

function OwnWords({ wait }: { readonly wait: WaitView }) {
  const strings = useStrings()
  const now = useNow()
  const words = wait.environmentNow?.ownWords ?? []
  const operationId = isLate(wait, now) ? undefined : wait.operationId
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
  const { environmentNow, operationId, since, takesUpTo, mayClose } = wait
  const late = isLate(wait, now)
  return (
    <div className={styles.overview}>
      <div className={styles.howLong}>
        <Note>{strings.wait.runningFor}</Note>
        <span className={styles.duration}>{duration(now - since)}</span>
        {takesUpTo === undefined ? <Note>{strings.wait.since({ at: moment(since, now) })}</Note> : null}
        {mayClose ? <Text>{late ? strings.wait.late : wait.range}</Text> : null}
        {takesUpTo === undefined || late ? null : <Note as="p">{strings.wait.howMuchIsLeft}</Note>}
      </div>
      <Facts look="narrow">
        <Fact term={strings.wait.state}>{wait.stateWord}</Fact>
        <Fact term={strings.wait.environmentNow}>{environmentNow?.users}</Fact>
        <Fact term={strings.wait.outOfReach}>{wait.outOfReachSince === undefined ? undefined : <Moment at={wait.outOfReachSince} />}</Fact>
        <Fact term={strings.wait.lastLook}>{wait.lastPollAt === undefined ? strings.wait.noLook : <Moment at={wait.lastPollAt} />}</Fact>
        <Fact term={strings.wait.nextLook}>
          {wait.nextPollAt === undefined || wait.nextPollAt <= now ? strings.wait.lookingNow : timeOfDay(wait.nextPollAt)}
        </Fact>
        {late && operationId !== undefined ? (
          <Fact term={strings.wait.operation}>
            <CopyButton text={operationId} of={strings.wait.operationOf} />
          </Fact>
        ) : null}
      </Facts>
    </div>
  )
}

/** That the window may be closed; in practice, closing ends the wait. */
function MayClose({ mayClose }: { readonly mayClose: boolean }) {
  const strings = useStrings()
  const { view } = useWizard()
  return (
    <Callout tone="info">
      {view.practice ? (
        strings.wait.practiceEnds
      ) : mayClose ? (
        <>
          <strong>{strings.wait.mayClose}</strong> {strings.wait.mayCloseWhy}
        </>
      ) : (
        strings.wait.stayOpen
      )}
    </Callout>
  )
}
