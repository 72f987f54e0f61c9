import type { ReactNode } from 'react'
import { MINUTE } from '#machines/engine/durations.ts'
import type { OutageView } from '#machines/engine/wizard/view-of-step.ts'
import type { OutageMail } from '#machines/procedure/mail/mail.ts'
import type { StepView } from '#messages/view.ts'
import { useFormatter, useTimes } from '../language.tsx'
import { writtenIn } from '../pickers/written-in.tsx'
import { Button } from '../primitives/button.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Card, CardItem } from '../primitives/card.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import type { GlyphName } from '../primitives/glyphs.ts'
import { Row, Spaced, Stack } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { Status } from '../primitives/status.tsx'
import { Name, Note } from '../primitives/text.tsx'
import { type Strings, useStrings } from '../strings.ts'
import { useSavedFile } from '../use-saved-file.tsx'
import { type Telling, useNow, useWizard } from '../wizard-context.tsx'
import { localTimeZone } from './local-time.ts'
import { FoldedMail, outageOf } from './mail-draft.tsx'
import { SideBySide } from './points.tsx'
import styles from './scheduled.module.css'
import { ActionCard } from './task-card.tsx'
import { useTold } from './told.ts'

interface Shown {
  readonly step: StepView
  readonly schedule: OutageView
}

const mailTo = ({ at, end, timeZone, openEnded }: OutageView, mail: OutageMail['mail'] = 'outage'): OutageMail => ({
  mail,
  start: at,
  end,
  timeZone,
  ...(openEnded ? { isPlanned: true } : {}),
})

/** The tasks before the start, as far as there is one. */
const tasksOf = ({ requestable }: StepView): readonly Telling[] => ['mail', 'calendar', ...(requestable ? (['request'] as const) : [])]

/** Does one task, in the window's language and the zone of the start. */
function useTasks(schedule: OutageView) {
  const { ask, bridge } = useWizard()
  const { locale } = useFormatter()
  const [done, did] = useTold(schedule.at)
  const [save, outcome] = useSavedFile()
  const mail = mailTo(schedule)
  const asks: Readonly<Record<Telling, () => Promise<boolean>>> = {
    mail: () => ask(bridge.call('mail:open', mail)),
    calendar: () => save(bridge.call('calendar:save', { outage: { ...outageOf(mail, schedule.timeZone), ...writtenIn(locale) } })),
    request: () => save(bridge.call('change-request:save', { format: 'pdf', ...writtenIn(locale) })),
  }
  const doTask = async (task: Telling) => {
    if (await asks[task]()) did(task)
  }
  return { done, outcome, doTask: (task: Telling) => void doTask(task) }
}

const buttonOf = (task: Telling, { schedule, calendar }: Strings): string =>
  ({ mail: schedule.write, calendar: calendar.saveOutage, request: schedule.saveRequest })[task]

/** Tasks before the start, one after the other. Starts nothing. */
export function ScheduledCard({ step, schedule }: Shown) {
  const strings = useStrings()
  const words = strings.schedule
  const { momentInZone, duration } = useTimes()
  const now = useNow()
  const { done, outcome, doTask } = useTasks(schedule)
  const next = tasksOf(step).find((task) => !done.includes(task))
  const { at, timeZone } = schedule
  const left = at - now
  const tell = { mail: words.tell, calendar: words.enter, request: words.request }
  const startsIn = left < MINUTE ? words.startsSoon : words.startsIn({ left: duration(Math.ceil(left / MINUTE) * MINUTE) })
  return (
    <ActionCard
      label={words.scheduled}
      sentence={next === undefined ? words.nothingLeft : tell[next]}
      text={
        <>
          {startsIn}
          {/* The heading is in this computer's zone. */}
          {timeZone === localTimeZone() ? null : ` (${words.zoneNamed({ at: momentInZone(at, timeZone), zone: timeZone })})`}
        </>
      }
      actions={
        next === undefined ? null : (
          <Button appearance="primary" onClick={() => doTask(next)}>
            {buttonOf(next, strings)}
          </Button>
        )
      }
    >
      <SideBySide points={usePoints(schedule)} />
      {outcome}
    </ActionCard>
  )
}

function usePoints({ at, timeZone, end, openEnded }: OutageView) {
  const words = useStrings().schedule
  const { momentInZone, duration } = useTimes()
  const until = momentInZone(end, timeZone)
  return [
    openEnded
      ? { term: words.plannedEnd, title: until, text: words.plannedFor({ needed: duration(end - at) }) }
      : { term: words.ends, title: until },
    { term: words.checkedFirst, title: words.atTheStart },
  ]
}

export function Unstarted({ unstarted }: { readonly unstarted: NonNullable<StepView['unstarted']> }) {
  const words = useStrings().schedule
  return (
    <Spaced>
      <Stack gap="even">
        <Callout tone="info">
          <strong>{unstarted.how === 'canceled' ? words.wasCanceled : words.wasNotStarted}</strong> {words.tellCanceled}
        </Callout>
        <Card>
          <FoldedMail to={mailTo(unstarted, 'canceled')} />
        </Card>
      </Stack>
    </Spaced>
  )
}

/** A scheduled change: what is to be done before its start, what must run, and the ways to another start. */
export function Scheduled({ step, schedule }: Shown) {
  return (
    <div className={styles.page}>
      <div>
        <Before step={step} schedule={schedule} />
        <StartOrStop />
      </div>
      <MustRun />
    </div>
  )
}

function Before({ step, schedule }: Shown) {
  const strings = useStrings()
  const words = strings.schedule
  const { done, outcome, doTask } = useTasks(schedule)
  const tasks = tasksOf(step)
  const next = tasks.find((task) => !done.includes(task))
  const count = tasks.filter((task) => done.includes(task)).length
  return (
    <Section heading={words.before} note={words.doneHere({ done: count, of: tasks.length })}>
      <Stack gap="even">
        <Card as="ul">
          {tasks.map((task) => (
            <Task key={task} task={task} isDone={done.includes(task)}>
              {/* The next one's is the page's own. */}
              {task === next ? null : (
                <Button size="small" onClick={() => doTask(task)}>
                  {task === 'mail' ? words.mail.open : buttonOf(task, strings)}
                </Button>
              )}
            </Task>
          ))}
          <li>
            <FoldedMail to={mailTo(schedule)} label={words.draft} />
          </li>
        </Card>
        {outcome}
      </Stack>
    </Section>
  )
}

const SIGNS: Readonly<Record<Telling, GlyphName>> = { mail: 'mail', calendar: 'clock', request: 'evidence' }

function Task({ task, isDone, children }: { readonly task: Telling; readonly isDone: boolean; readonly children: ReactNode }) {
  const words = useStrings().schedule
  const said = {
    mail: { title: words.mail.heading, text: words.mailText, word: words.opened },
    calendar: { title: words.entryTitle, text: words.entryText, word: words.saved },
    request: { title: words.requestTitle, text: words.requestText, word: words.saved },
  }[task]
  return (
    <CardItem
      lead={<Sign name={SIGNS[task]} />}
      aside={
        <>
          {isDone ? (
            <Status tone="success" glyph="verified">
              {said.word}
            </Status>
          ) : null}
          {children}
        </>
      }
    >
      <Line title={said.title} text={said.text} />
    </CardItem>
  )
}

const Sign = ({ name }: { readonly name: GlyphName }) => (
  <span data-sign="">
    <Glyph name={name} />
  </span>
)

const Line = ({ title, text }: { readonly title: string; readonly text?: string }) => (
  <>
    <Name as="p">{title}</Name>
    {text === undefined ? null : <Note as="p">{text}</Note>}
  </>
)

function StartOrStop() {
  const words = useStrings().schedule
  const { can, send } = useWizard()
  return (
    <Section heading={words.startOrStop}>
      <div data-actions>
        <Card as="ul">
          <CardItem aside={can('START_NOW') ? <Button onClick={() => send({ type: 'START_NOW' })}>{words.startNow}</Button> : null}>
            <Line title={words.startNowTitle} text={words.startNowText} />
          </CardItem>
          <CardItem
            aside={
              <Row>
                {can('CHANGE_TIME') ? <Button onClick={() => send({ type: 'CHANGE_TIME' })}>{words.changeTime}</Button> : null}
                {can('CANCEL_SCHEDULE') ? <Button onClick={() => send({ type: 'CANCEL_SCHEDULE' })}>{words.cancel}</Button> : null}
              </Row>
            }
          >
            <Line title={words.changeTitle} text={words.changeText} />
          </CardItem>
        </Card>
      </div>
    </Section>
  )
}

/** The one place that says it. */
function MustRun() {
  const words = useStrings().schedule
  const { view } = useWizard()
  return (
    <Section heading={words.mustRun}>
      <Card as="ul">
        <CardItem>
          <Line title={words.computer} {...(view.practice ? {} : { text: words.computerText })} />
        </CardItem>
        <CardItem>
          <Line title={words.wizard} text={view.practice ? words.wizardInPractice : words.wizardText} />
        </CardItem>
        <CardItem>
          <Line title={words.signIn({ account: view.who?.account ?? '' })} text={words.signInText} />
        </CardItem>
        <CardItem>
          <Note as="p">{words.otherwise}</Note>
        </CardItem>
      </Card>
    </Section>
  )
}
