import { Button, Field, Input } from '@fluentui/react-components'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { MINUTE } from '../../machines/engine/durations.ts'
import { windowProblem } from '../../machines/engine/step/maintenance-window.ts'
import type { DisplayText } from '../../machines/messages/display-text.ts'
import { present } from '../../machines/present.ts'
import type { StepView } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { classNames } from '../primitives/class-names.ts'
import { Glyph } from '../primitives/glyph.tsx'
import { Row } from '../primitives/layout.tsx'
import { Heading, Text } from '../primitives/text.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
import styles from './confirmation.module.css'
import { toField } from './local-time.ts'
import { PLAN_HEADING_ID } from './plan.tsx'
import { type WindowDraft, WindowFields, windowOf } from './window-fields.tsx'

const HEADING_ID = 'confirmation-heading'

/** Says once more what is about to happen, beside the button that writes. The irreversible and the outage ask to type the environment's name. */
export function Confirmation({
  step,
  confirmation,
}: {
  readonly step: StepView
  readonly confirmation: NonNullable<StepView['confirmation']>
}) {
  const strings = useStrings()
  const { can, send } = useWizard()
  const input = useRef<HTMLInputElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const serious = confirmation.timeNeeded !== undefined
  const [typed, setTyped] = useState('')
  const [mismatch, setMismatch] = useState(false)
  const from = useRef<HTMLInputElement>(null)
  const { typedName, timeNeeded } = confirmation
  const now = useNow()
  const [draft, setDraft] = useState<WindowDraft>(() => ({ from: toField(now), to: toField(now + (timeNeeded ?? 0) + MINUTE) }))
  const [windowWrong, setWindowWrong] = useState<DisplayText>()
  const changes = step.plan.length
  useEffect(() => {
    // The changes stand above the question. A short question sticks to the lower edge; a long one would cover them, and is scrolled to.
    document.getElementById(PLAN_HEADING_ID)?.scrollIntoView({ block: 'start' })
    document.getElementById(HEADING_ID)?.focus({ preventScroll: true })
    if (serious) form.current?.scrollIntoView({ block: 'nearest' })
  }, [serious])

  const confirm = (event: FormEvent) => {
    event.preventDefault()
    const window = timeNeeded === undefined ? undefined : windowOf(draft)
    const wrong = window && windowProblem(window, now)
    const isOther = typedName !== undefined && typed.trim() !== typedName.trim()
    setMismatch(isOther)
    setWindowWrong(wrong)
    if (wrong !== undefined) from.current?.focus()
    else if (isOther) input.current?.focus()
    else send({ type: 'CONFIRM', typedName: typed.trim(), ...present({ window }) })
  }
  return (
    <form ref={form} className={classNames(styles.panel, !serious && styles.sticking)} aria-labelledby={HEADING_ID} onSubmit={confirm}>
      <Heading level={2} size="medium" id={HEADING_ID} focus="quiet">
        {strings.confirmation.heading({ amount: changes })}
      </Heading>
      {confirmation.irreversible ? <Serious text={strings.confirmation.irreversible} /> : null}
      {confirmation.usersCutOff ? <Serious text={strings.confirmation.usersCutOff} /> : null}
      {confirmation.cautions.map((caution) => (
        <Serious key={caution} text={caution} />
      ))}
      <Text>{confirmation.usersCutOff ? strings.confirmation.recheck : strings.confirmation.calm}</Text>
      {timeNeeded === undefined ? null : (
        <WindowFields
          draft={draft}
          onChange={(changed) => {
            setDraft(changed)
            if (windowWrong !== undefined) setWindowWrong(windowProblem(windowOf(changed), now))
          }}
          needed={timeNeeded}
          problem={windowWrong}
          first={from}
        />
      )}
      {typedName === undefined ? null : (
        <Field
          className={styles.field}
          label={strings.confirmation.typeName({ name: typedName })}
          validationState={mismatch ? 'error' : 'none'}
          {...(mismatch ? { validationMessage: strings.confirmation.mismatch({ name: typedName }) } : {})}
        >
          <Input
            input={{ ref: input }}
            value={typed}
            autoComplete="off"
            spellCheck={false}
            onChange={(_event, { value }) => {
              setTyped(value)
              if (value.trim() === typedName?.trim()) setMismatch(false)
            }}
          />
        </Field>
      )}
      <Row spread="end">
        {can('CANCEL') ? <Button onClick={() => send({ type: 'CANCEL' })}>{strings.confirmation.cancel}</Button> : null}
        <Button type="submit" appearance="primary">
          {strings.confirmation.apply({ amount: changes })}
        </Button>
      </Row>
    </form>
  )
}

function Serious({ text }: { readonly text: string }) {
  return (
    <p className={styles.serious}>
      <Glyph name="warning" />
      {text}
    </p>
  )
}
