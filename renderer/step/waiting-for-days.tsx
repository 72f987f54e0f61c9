import { defined } from '#machines/defined.ts'
import { DAY, HOUR } from '#machines/engine/durations.ts'
import type { MaintenanceWindow } from '#machines/engine/step/maintenance-window.ts'
import { environmentNamed } from '#machines/engine/wizard/about.ts'
import type { MailTo } from '#machines/procedure/mail/mail.ts'
import type { StepView, WaitView } from '#messages/view.ts'
import { useTimes } from '../language.tsx'
import { Card } from '../primitives/card.tsx'
import { Fold } from '../primitives/disclosure.tsx'
import { Stack } from '../primitives/layout.tsx'
import { Note, Text } from '../primitives/text.tsx'
import { type Strings, useStrings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'
import { DayBar } from './day-bar.tsx'
import { KeyVersions } from './key-versions.tsx'
import { FoldedMail } from './mail-draft.tsx'
import { OperationId } from './operation-id.tsx'
import { type Point, SideBySide } from './points.tsx'
import { Problem } from './problem.tsx'
import { FoldedReceipts } from './receipts.tsx'
import { StatedWindow } from './stated-window.tsx'
import { ActionCard } from './task-card.tsx'
import { Stages } from './waiting.tsx'
import styles from './waiting-for-days.module.css'

/** The heading says the latest end. Until it has passed, the page asks for nothing. */
export function WaitingForDays({ step, wait }: { readonly step: StepView; readonly wait: WaitView }) {
  const { window, guide, receipts, end } = step
  const [, ...others] = guide.whileYouWait
  const isLate = end?.isLate === true
  const versions = step.picture.kind === 'membership' ? step.picture.versions : undefined
  return (
    <div className={styles.page}>
      {wait.problem ? <Problem problem={wait.problem} tone="warning" /> : null}
      <ActionCard {...useSaid(step, wait)}>
        <HowLong step={step} wait={wait} />
        <SideBySide points={usePoints(step, wait)} />
      </ActionCard>
      {versions === undefined ? null : <KeyVersions versions={versions} />}
      <Card>
        {wait.isOutage ? <FoldedMail to={outageOf(wait, window)} /> : null}
        {wait.isOutage
          ? others.map(({ heading, text }) => (
              <Fold key={heading} inset label={heading}>
                <Text>{text}</Text>
              </Fold>
            ))
          : null}
        <FoldedReceipts receipts={receipts} />
        <ForSupport key={`late: ${isLate}`} wait={wait} unfolded={isLate} />
      </Card>
    </div>
  )
}

/** What to do: nothing, unless it is late. A problem, an ended sign-in, or what is in the way meanwhile says for itself what to do. */
function useSaid(step: StepView, { problem, takesUpTo }: WaitView) {
  const { end, about } = step
  const { wait: words } = useStrings()
  const { view } = useWizard()
  if (end?.isLate) return { sentence: words.checkMicrosoft, text: words.late, tone: 'warning' } as const
  const isCalm = about !== undefined || view.situation?.kind === 'at-microsoft'
  const nothing = isCalm && takesUpTo !== undefined && problem === undefined && view.signInAgain === undefined
  return {
    label: null,
    sentence: nothing ? (isReadEnabled(step) ? words.usersWork : words.nothingToDo) : words.atWork,
    text: view.practice ? words.practiceEnds : `${words.mayClose} ${words.mayCloseWhy}`,
  }
}

function HowLong({ step: { window, end }, wait }: { readonly step: StepView; readonly wait: WaitView }) {
  const { wait: words } = useStrings()
  const { dateAndTime, duration } = useTimes()
  const now = useNow()
  const { since, takesUpTo } = wait
  const isLimited = takesUpTo !== undefined && !end?.isLate
  return (
    <div className={styles.time}>
      {isLimited ? <DayBar since={since} takesUpTo={takesUpTo} now={now} /> : null}
      <div className={styles.ends}>
        <Note>{words.startedFor({ at: dateAndTime(since), duration: duration(now - since) })}</Note>
        {isLimited ? <Note>{wait.isOutage ? words.howMuchIsLeft : wait.range}</Note> : null}
      </div>
      {window === undefined || isToldByHeading(window, wait) ? null : <StatedWindow window={window} />}
    </div>
  )
}

/** A window that ends with the latest documented end needs no extra line. */
const isToldByHeading = ({ to }: MaintenanceWindow, { since, takesUpTo }: WaitView): boolean =>
  takesUpTo !== undefined && Math.abs(to - since - takesUpTo) < HOUR

/** The environment was read as enabled, by an operation that takes no one offline. */
const isReadEnabled = ({ findings }: StepView): boolean => findings.some(({ key, status }) => key === 'rotate-in-use' && status === 'pass')

/** What users notice, what comes of it, and what holds until it is done. */
function usePoints(step: StepView, wait: WaitView): readonly Point[] {
  const { wait: words } = useStrings()
  const { stamp, duration } = useTimes()
  const now = useNow()
  const [held] = step.guide.whileYouWait
  const { isOutage, takesUpTo } = wait
  const users = useUsers(step, wait)
  const isEndKnown = !isOutage && takesUpTo !== undefined && step.end?.isLate !== true
  return [
    ...(users === undefined ? [] : [{ term: words.usersNow, ...users }]),
    isEndKnown
      ? { term: words.whenDone, title: words.afterStart({ needed: duration(takesUpTo) }), text: words.thenRead }
      : { term: words.microsoftNow, ...microsoftIn(wait, words, (at) => stamp(at, now)) },
    ...(held === undefined ? [] : [{ term: words.untilDone, title: held.heading, text: held.text }]),
  ]
}

function useUsers(step: StepView, { isOutage, environmentNow, outOfReachSince, range }: WaitView): Omit<Point, 'term'> | undefined {
  const { wait: words } = useStrings()
  const { moment } = useTimes()
  const { view } = useWizard()
  const now = useNow()
  const [, free] = step.guide.whileYouWait
  if (isOutage)
    return {
      title: environmentNow?.users ?? words.usersUnknown,
      ...defined({
        text:
          outOfReachSince !== undefined ? words.unreachedSince({ at: moment(outOfReachSince, now) }) : step.end?.isLate ? undefined : range,
      }),
    }
  const [environment, at] = [environmentNamed(view), step.checkedAt]
  const isKnown = isReadEnabled(step) && environment !== undefined && at !== undefined
  return free && { title: free.heading, text: isKnown ? words.readEnabled({ environment, at: moment(at, now) }) : free.text }
}

/** The stage that runs, in its own words, or else the service's state. */
function microsoftIn({ stages, stateWord, isOutage, range }: WaitView, words: Strings['wait'], stamp: (at: string) => string) {
  const running = stages.find(({ state }) => state === 'running')
  const done = stages.filter(({ state }) => state === 'done').length
  return {
    title: running?.from === undefined ? (running?.name ?? stateWord) : words.stageSince({ name: running.name, at: stamp(running.from) }),
    ...(stages.length > 0 ? { text: words.stagesDone({ done, of: stages.length }) } : isOutage ? {} : { text: range }),
  }
}

/** Microsoft's own words, for its support. */
function ForSupport({ wait: { stages, environmentNow, operationId }, unfolded }: { readonly wait: WaitView; readonly unfolded: boolean }) {
  const { task } = useStrings()
  const words = environmentNow?.ownWords ?? []
  if (stages.length === 0 && words.length === 0 && operationId === undefined) return null
  return (
    <Fold inset label={task.details} unfolded={unfolded}>
      <Stack gap="even">
        {stages.length === 0 ? null : <Stages stages={stages} />}
        {words.length === 0 ? null : <Note>{words.join(' · ')}</Note>}
        <OperationId id={operationId} />
      </Stack>
    </Fold>
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
