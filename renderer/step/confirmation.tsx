import { type FormEvent, type RefObject, useId, useRef, useState } from 'react'
import { defined } from '#machines/defined.ts'
import { type MaintenanceWindow, startProblem, windowProblem } from '#machines/engine/step/maintenance-window.ts'
import { environmentNamed } from '#machines/engine/wizard/about.ts'
import { isEntered } from '#machines/messages/one-line.ts'
import type { StepView } from '#messages/view.ts'
import { EnvironmentBadge } from '../frame/environment-badge.tsx'
import { Notice } from '../frame/footer-frame.tsx'
import { useFormatter, useTimes } from '../language.tsx'
import { Button } from '../primitives/button.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Card } from '../primitives/card.tsx'
import { classNames } from '../primitives/class-names.ts'
import { TextField } from '../primitives/fields.tsx'
import { useFirstError } from '../primitives/first-error.ts'
import { Row, Stack } from '../primitives/layout.tsx'
import { ModalDialog } from '../primitives/modal-dialog.tsx'
import { Name, Note, Text } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'
import { ChangeRequest } from './change-request.tsx'
import styles from './confirmation.module.css'
import { Harms } from './harms.tsx'
import { localTimeZone, nextEvening, toMinute, wallTimeIn } from './local-time.ts'
import { PlannedChanges } from './plan.tsx'
import { PROGRESS_HEADING_ID } from './progress.tsx'
import { laterIn, StartAndEnd, type StartDraft, StartFields } from './start-fields.tsx'

type Asked = NonNullable<StepView['confirmation']>

/**
 * Confirms before the first write: changes, impact, timing, rollback. Irreversible changes and downtime require typing
 * the environment's name.
 */
export function Confirmation({ step, confirmation }: { readonly step: StepView; readonly confirmation: Asked }) {
  const strings = useStrings()
  const { send } = useWizard()
  const form = useRef<HTMLFormElement>(null)
  const answer = useAnswer(step, confirmation, form)
  const title = useTitle(step, confirmation)
  const formId = useId()
  const cancelId = useId()
  const confirmed = useRef(false)
  const confirm = (event: FormEvent) => {
    event.preventDefault()
    const given = answer.check()
    if (given === undefined) return
    confirmed.current = true
    send({ type: answer.start.when === 'later' ? 'SCHEDULE' : 'CONFIRM', ...given })
  }
  const leave = () => {
    confirmed.current = false
    send({ type: 'CANCEL' })
  }
  return (
    <ModalDialog
      wide
      title={title}
      note={strings.confirmation.recheck}
      onClose={leave}
      focusOn={() => firstIn(form.current) ?? document.getElementById(cancelId)}
      // The button that opened it was replaced.
      returnTo={() => document.getElementById(PROGRESS_HEADING_ID) ?? (confirmed.current ? document.querySelector('main h1') : undefined)}
      actions={
        <>
          <Button id={cancelId} onClick={leave}>
            {strings.confirmation.cancel}
          </Button>
          <span className={classNames(confirmation.usersCutOff && styles.outage)}>
            <Button type="submit" form={formId} appearance="primary">
              <ApplyLabel amount={step.plan.length} confirmation={confirmation} when={answer.start.when} />
            </Button>
          </span>
        </>
      }
    >
      <form id={formId} ref={form} onSubmit={confirm} noValidate>
        <Stack gap="even">
          <Where step={step} confirmation={confirmation} />
          <Harms harms={confirmation.harms} />
          <Serious confirmation={confirmation} />
          {isWholePlan(step, confirmation) ? null : (
            <Card>
              <PlannedChanges step={step} />
            </Card>
          )}
          {confirmation.usersCutOff ? <WhileItRuns /> : <Calm step={step} />}
          <Stays step={step} />
          <Questions confirmation={confirmation} answer={answer} />
          {confirmation.first ? <FirstChange /> : null}
          {step.requestable ? (
            <Card>
              <ChangeRequest start={answer.later()} />
            </Card>
          ) : null}
          <Notice />
        </Stack>
      </form>
    </ModalDialog>
  )
}

/** Of radio buttons, the chosen one. */
const firstIn = (form: HTMLFormElement | null): HTMLInputElement | null | undefined =>
  form?.querySelector<HTMLInputElement>('input:checked') ?? form?.querySelector('input')

/** The impact of a single change is the plan's. */
const isWholePlan = ({ plan }: StepView, { start }: Asked): boolean => plan.length === 1 && start !== undefined

function useTitle({ plan, picture }: StepView, { start }: Asked): string {
  const words = useStrings().confirmation
  const [only, ...others] = plan
  if (start !== undefined) return start.title
  if (only && others.length === 0) return words.headingOne({ title: only.title })
  const subscription = picture.kind === 'policy' ? subscriptionOf(picture.form) : undefined
  const amount = plan.length
  return subscription === undefined ? words.heading({ amount }) : words.headingIn({ amount, subscription })
}

type Form = Extract<StepView['picture'], { kind: 'policy' }>['form']

const subscriptionOf = ({ subscriptions, values: { subscriptionId } }: Form): string =>
  subscriptions.find(({ id }) => id === subscriptionId)?.name ?? subscriptionId

/** In practice nothing outlives the window. */
function WhileItRuns() {
  const words = useStrings().confirmation
  const { view } = useWizard()
  return view.practice ? null : <Text>{words.whileItRuns}</Text>
}

function Calm({ step }: { readonly step: StepView }) {
  const words = useStrings().confirmation
  const { view } = useWizard()
  const name = environmentNamed(view)
  return (
    <Text>
      <strong>{words.noDowntime}</strong> {step.picture.kind === 'policy' && name !== undefined ? words.unchanged({ name }) : null}
    </Text>
  )
}

/** Another start is asked for: until it is confirmed, the one that is scheduled counts. */
function Stays({ step: { schedule } }: { readonly step: StepView }) {
  const words = useStrings().schedule
  const { momentInZone } = useTimes()
  return schedule === undefined ? null : <Note as="p">{words.stays({ at: momentInZone(schedule.at, schedule.timeZone) })}</Note>
}

function FirstChange() {
  const words = useStrings().confirmation
  return (
    <Callout tone="info">
      <strong>{words.first}</strong>
      <Text>{words.firstText}</Text>
    </Callout>
  )
}

function ApplyLabel({
  amount,
  confirmation: { start },
  when,
}: {
  readonly amount: number
  readonly confirmation: Asked
  readonly when: StartDraft['when']
}) {
  const strings = useStrings()
  if (start === undefined) return (when === 'later' ? strings.schedule.apply : strings.confirmation.apply)({ amount })
  if (when === 'later') return start.later
  return when === 'now' ? start.now : start.title
}

/** The environment with its address, or the subscription and resource group. */
function Where({ step, confirmation }: { readonly step: StepView; readonly confirmation: Asked }) {
  const words = useStrings().confirmation
  const { view } = useWizard()
  const name = environmentNamed(view)
  const resources =
    step.picture.kind === 'policy' ? (
      <Note as="p">{words.where({ subscription: subscriptionOf(step.picture.form), group: step.picture.form.values.resourceGroup })}</Note>
    ) : null
  // An Azure change names the environment only if it must be typed.
  if (name === undefined || (resources !== null && confirmation.typedName === undefined)) return resources
  const address = view.keyMap?.elements.find(({ element }) => element === 'app')?.address
  const isChosenOne = step.about === undefined
  return (
    <>
      <Row>
        <Name>{name}</Name>
        {isChosenOne ? <EnvironmentBadge /> : null}
        {isChosenOne && address !== undefined && confirmation.usersCutOff ? <Note>{words.opens({ address })}</Note> : null}
      </Row>
      {resources}
    </>
  )
}

function Serious({ confirmation: { irreversible, harms, cautions } }: { readonly confirmation: Asked }) {
  const words = useStrings().confirmation
  const isSaid = harms.some(({ lasting }) => lasting.length > 0)
  const said = [...(irreversible && !isSaid ? [words.irreversible] : []), ...cautions]
  if (said.length === 0) return null
  return (
    <Callout tone="danger">
      {said.map((sentence) => (
        <Name key={sentence} as="p">
          {sentence}
        </Name>
      ))}
    </Callout>
  )
}

/** Questions before the write, each with its own error. */
function Questions({
  confirmation: { typedName, timeNeeded: needed, openEnded: isOpenEnded, starts },
  answer,
}: {
  readonly confirmation: Asked
  readonly answer: AnswerDraft
}) {
  const words = useStrings().confirmation
  const now = useNow()
  const id = useId()
  const openEnded = isOpenEnded === true
  return (
    <>
      {needed === undefined ? null : starts !== undefined ? (
        <StartFields draft={answer.start} onChange={answer.setStart} problem={answer.problem} ending={{ needed, openEnded }} />
      ) : (
        <Text>
          <StartAndEnd at={now} timeZone={localTimeZone()} ending={{ needed, openEnded }} />
        </Text>
      )}
      {typedName === undefined ? null : (
        <div className={styles.field}>
          <TextField
            id={id}
            label={words.typeName({ name: typedName })}
            value={answer.typed}
            broken={answer.mismatch ? words.mismatch({ name: typedName }) : undefined}
            onChange={answer.setTyped}
          />
        </div>
      )}
    </>
  )
}

type AnswerDraft = ReturnType<typeof useAnswer>

/** The time that is to change, or this evening. */
function draftOf({ schedule }: StepView, { starts }: Asked, now: number): StartDraft {
  const timeZone = schedule?.timeZone ?? localTimeZone()
  const at = starts?.chosen === 'later' && schedule !== undefined ? schedule.at : nextEvening(now)
  return { timeZone, ...wallTimeIn(timeZone, at), ...defined({ when: starts?.chosen }) }
}

function useAnswer(step: StepView, confirmation: Asked, form: RefObject<HTMLFormElement | null>) {
  const { typedName, timeNeeded, starts } = confirmation
  const strings = useStrings()
  const { text } = useFormatter()
  const now = useNow()
  const [typed, setTyped] = useState('')
  const [start, setStart] = useState(() => draftOf(step, confirmation, now))
  const [tries, setTries] = useState(0)
  useFirstError(form, tries)
  const chosen = starts === undefined ? 'now' : start.when
  const window = (): MaintenanceWindow | undefined => {
    if (timeNeeded === undefined || chosen === undefined) return undefined
    // Rounded to the shown minute, so that it is never ahead of the machine's clock.
    const from = chosen === 'later' ? laterIn(start) : toMinute(now)
    return { from, to: from + timeNeeded, timeZone: start.timeZone }
  }
  const problem = (): string | undefined => {
    if (timeNeeded === undefined) return undefined
    const given = window()
    if (given === undefined) return strings.schedule.notChosen
    const wrong = chosen === 'later' ? startProblem(given, now) : windowProblem(given, now)
    return wrong === undefined ? undefined : text(wrong)
  }
  const isOther = typedName !== undefined && !isEntered(typed, typedName)
  const isTried = tries > 0
  return {
    typed,
    setTyped,
    start,
    setStart,
    mismatch: isTried && isOther,
    problem: isTried ? problem() : undefined,
    later: () => (chosen === 'later' ? { from: laterIn(start), timeZone: start.timeZone } : undefined),
    /** Shows errors and focuses the first. @returns the answer if valid */
    check() {
      if (problem() === undefined && !isOther) return { typedName: typed.trim(), ...defined({ window: window() }) }
      setTries(tries + 1)
      return undefined
    },
  }
}
