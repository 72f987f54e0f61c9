import { Button, Field, Input } from '@fluentui/react-components'
import { type FormEvent, useId, useRef, useState } from 'react'
import { MINUTE } from '../../machines/engine/durations.ts'
import { type MaintenanceWindow, startProblem, windowProblem } from '../../machines/engine/step/maintenance-window.ts'
import { environmentNamed } from '../../machines/engine/wizard/about.ts'
import type { DisplayText } from '../../machines/messages/display-text.ts'
import { isEntered } from '../../machines/messages/one-line.ts'
import { present } from '../../machines/present.ts'
import type { StepView } from '../../messages/view.ts'
import { EnvironmentBadge } from '../frame/environment-badge.tsx'
import { Notice } from '../frame/footer-frame.tsx'
import { useStrings, useTimes } from '../language.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Card } from '../primitives/card.tsx'
import { classNames } from '../primitives/class-names.ts'
import { Row, Stack } from '../primitives/layout.tsx'
import { ModalDialog } from '../primitives/modal-dialog.tsx'
import { Name, Text } from '../primitives/text.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
import styles from './confirmation.module.css'
import { fromField, localTimeZone, nextEvening, toField } from './local-time.ts'
import { PlannedChanges } from './plan.tsx'
import { PROGRESS_HEADING_ID } from './progress.tsx'
import { type StartDraft, StartFields } from './start-fields.tsx'
import { isWrongStart, type WindowDraft, WindowFields, windowOf } from './window-fields.tsx'

type Asked = NonNullable<StepView['confirmation']>

/**
 * Over the page, before the first write: once more what changes, and what it costs. The irreversible and the outage ask to type the
 * environment's name.
 */
export function Confirmation({ step, confirmation }: { readonly step: StepView; readonly confirmation: Asked }) {
  const strings = useStrings()
  const { send } = useWizard()
  const answer = useAnswer(confirmation)
  const formId = useId()
  const amount = step.plan.length
  const [only, ...others] = step.plan
  const confirmed = useRef(false)
  const confirm = (event: FormEvent) => {
    event.preventDefault()
    const given = answer.check()
    if (given === undefined) return
    confirmed.current = true
    send({ type: answer.start.later ? 'SCHEDULE' : 'CONFIRM', ...given })
  }
  const leave = () => {
    confirmed.current = false
    send({ type: 'CANCEL' })
  }
  return (
    <ModalDialog
      wide
      title={
        only && others.length === 0 ? strings.confirmation.headingOne({ title: only.title }) : strings.confirmation.heading({ amount })
      }
      onClose={leave}
      // Once it was confirmed, the button that opened it is another one.
      returnTo={() => document.getElementById(PROGRESS_HEADING_ID) ?? (confirmed.current ? document.querySelector('main h1') : undefined)}
      actions={
        <>
          <Button onClick={leave}>{strings.confirmation.cancel}</Button>
          <span className={classNames(confirmation.usersCutOff && styles.outage)}>
            <Button type="submit" form={formId} appearance="primary">
              <ApplyLabel amount={amount} answer={answer} />
            </Button>
          </span>
        </>
      }
    >
      <form id={formId} onSubmit={confirm}>
        <Stack gap="even">
          <Where />
          <Serious confirmation={confirmation} />
          <Card>
            <PlannedChanges step={step} />
          </Card>
          <Text>{confirmation.usersCutOff ? strings.confirmation.recheck : strings.confirmation.calm}</Text>
          {confirmation.usersCutOff ? <WhileItRuns /> : null}
          <Questions confirmation={confirmation} answer={answer} />
          <Notice className={styles.notice} />
        </Stack>
      </form>
    </ModalDialog>
  )
}

/** That a person needn't wait at the window. In practice nothing outlives it. */
function WhileItRuns() {
  const words = useStrings().confirmation
  const { view } = useWizard()
  return view.practice ? null : <Text>{words.whileItRuns}</Text>
}

/** Says when it starts, where that is later. */
function ApplyLabel({ amount, answer: { start } }: { readonly amount: number; readonly answer: AnswerDraft }) {
  const strings = useStrings()
  const { dateAndTime } = useTimes()
  const at = fromField(start.at)
  if (!start.later || !Number.isFinite(at)) return strings.confirmation.apply({ amount })
  return strings.schedule.set({ at: dateAndTime(at) })
}

/** Which environment it is, marked where it is the one that people work in. */
function Where() {
  const { view } = useWizard()
  const name = environmentNamed(view)
  if (name === undefined) return null
  return (
    <Row>
      <Name>{name}</Name>
      {view.step?.about === undefined ? <EnvironmentBadge /> : null}
    </Row>
  )
}

/** What cannot be taken back, who is cut off, and what was confirmed of the findings. */
function Serious({ confirmation: { irreversible, usersCutOff, cautions } }: { readonly confirmation: Asked }) {
  const words = useStrings().confirmation
  const said = [...(irreversible ? [words.irreversible] : []), ...(usersCutOff ? [words.usersCutOff] : []), ...cautions]
  if (said.length === 0) return null
  return (
    <Callout tone="danger">
      {said.map((sentence) => (
        <p key={sentence} className={styles.serious}>
          {sentence}
        </p>
      ))}
    </Callout>
  )
}

/** What is asked before the button writes, each error at its field. */
function Questions({
  confirmation: { typedName, timeNeeded, mayBeScheduled },
  answer,
}: {
  readonly confirmation: Asked
  readonly answer: AnswerDraft
}) {
  const words = useStrings().confirmation
  return (
    <>
      {timeNeeded === undefined ? null : mayBeScheduled ? (
        <StartFields
          draft={answer.start}
          onChange={answer.setStart}
          window={answer.stated()}
          problem={answer.problem}
          field={answer.from}
        />
      ) : (
        <WindowFields draft={answer.window} onChange={answer.setWindow} needed={timeNeeded} problem={answer.problem} fields={answer} />
      )}
      {typedName === undefined ? null : (
        <Field
          className={styles.field}
          label={words.typeName({ name: typedName })}
          validationState={answer.mismatch ? 'error' : 'none'}
          {...(answer.mismatch ? { validationMessage: words.mismatch({ name: typedName }) } : {})}
        >
          <Input
            input={{ ref: answer.name }}
            value={answer.typed}
            autoComplete="off"
            spellCheck={false}
            onChange={(_event, { value }) => answer.setTyped(value)}
          />
        </Field>
      )}
    </>
  )
}

type AnswerDraft = ReturnType<typeof useAnswer>

/** What was entered, and what is wrong with it once it was handed in. */
function useAnswer({ typedName, timeNeeded, mayBeScheduled }: Asked) {
  const now = useNow()
  const [typed, setTyped] = useState('')
  const [mismatch, setMismatch] = useState(false)
  const [window, setWindow] = useState<WindowDraft>(() => ({ from: toField(now), to: toField(now + (timeNeeded ?? 0) + MINUTE) }))
  const [start, setStart] = useState<StartDraft>(() => ({ later: false, at: toField(nextEvening(now)) }))
  const [problem, setProblem] = useState<DisplayText>()
  const stated = (at = start): MaintenanceWindow | undefined => {
    if (timeNeeded === undefined) return undefined
    if (!mayBeScheduled) return windowOf(window)
    // To the minute, as a field holds it: never ahead of the clock that judges it.
    const from = at.later ? fromField(at.at) : fromField(toField(now))
    return { from, to: from + timeNeeded, timeZone: localTimeZone() }
  }
  const wrongWith = (at = start): DisplayText | undefined => {
    const given = stated(at)
    return given && (mayBeScheduled && at.later ? startProblem(given, now) : windowProblem(given, now))
  }
  const name = useRef<HTMLInputElement>(null)
  const from = useRef<HTMLInputElement>(null)
  const to = useRef<HTMLInputElement>(null)
  return {
    ...{ typed, mismatch, window, start, problem, name, from, to, stated },
    setStart(changed: StartDraft) {
      setStart(changed)
      if (problem !== undefined) setProblem(wrongWith(changed))
    },
    setTyped(value: string) {
      setTyped(value)
      if (typedName !== undefined && isEntered(value, typedName)) setMismatch(false)
    },
    setWindow(changed: WindowDraft) {
      setWindow(changed)
      if (problem !== undefined) setProblem(windowProblem(windowOf(changed), now))
    },
    /** Says what is wrong, with the focus on its field. @returns what is handed in where nothing is */
    check() {
      const given = stated()
      const wrong = wrongWith()
      const isOther = typedName !== undefined && !isEntered(typed, typedName)
      setMismatch(isOther)
      setProblem(wrong)
      if (given !== undefined && wrong !== undefined) (mayBeScheduled || isWrongStart(given, now) ? from : to).current?.focus()
      else if (isOther) name.current?.focus()
      else return { typedName: typed.trim(), ...present({ window: given }) }
      return undefined
    },
  }
}
