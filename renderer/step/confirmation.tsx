import { Button, Field, Input } from '@fluentui/react-components'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { StepView } from '../../machines/wizard/view.ts'
import { Icon } from '../parts/icons.tsx'
import { strings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import styles from './confirmation.module.css'
import { PLAN_HEADING_ID } from './plan.tsx'

/** Says once more what is about to happen, beside the button that writes. The irreversible and the outage ask to type the environment's name. */
export function Confirmation({
  step,
  confirmation,
}: {
  readonly step: StepView
  readonly confirmation: NonNullable<StepView['confirmation']>
}) {
  const { can, send } = useWizard()
  const heading = useRef<HTMLHeadingElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [mismatch, setMismatch] = useState(false)
  const { typedName } = confirmation
  const changes = step.plan.length
  useEffect(() => {
    // The changes stand above the question; the panel itself sticks to the lower edge.
    document.getElementById(PLAN_HEADING_ID)?.scrollIntoView({ block: 'start' })
    heading.current?.focus({ preventScroll: true })
  }, [])

  const confirm = (event: FormEvent) => {
    event.preventDefault()
    if (typedName !== undefined && typed.trim() !== typedName) {
      setMismatch(true)
      input.current?.focus()
    } else send({ type: 'CONFIRM', typedName: typed.trim() })
  }
  return (
    <form className={styles.panel} aria-labelledby="confirmation-heading" onSubmit={confirm}>
      <h2 id="confirmation-heading" ref={heading} tabIndex={-1} className={styles.heading}>
        {strings.confirmation.heading(changes)}
      </h2>
      {confirmation.irreversible ? <Serious text={strings.confirmation.irreversible} /> : null}
      {confirmation.usersCutOff ? <Serious text={strings.confirmation.usersCutOff} /> : null}
      <p className={styles.line}>{confirmation.usersCutOff ? strings.confirmation.recheck : strings.confirmation.calm}</p>
      {typedName === undefined ? null : (
        <Field
          className={styles.field}
          label={strings.confirmation.typeName(typedName)}
          validationState={mismatch ? 'error' : 'none'}
          {...(mismatch ? { validationMessage: strings.confirmation.mismatch(typedName) } : {})}
        >
          <Input
            input={{ ref: input }}
            value={typed}
            autoComplete="off"
            spellCheck={false}
            onChange={(_event, { value }) => {
              setTyped(value)
              if (value.trim() === typedName) setMismatch(false)
            }}
          />
        </Field>
      )}
      <div className={styles.buttons}>
        {can('CANCEL') ? <Button onClick={() => send({ type: 'CANCEL' })}>{strings.confirmation.cancel}</Button> : null}
        <Button type="submit" appearance="primary">
          {strings.confirmation.apply(changes)}
        </Button>
      </div>
    </form>
  )
}

function Serious({ text }: { readonly text: string }) {
  return (
    <p className={styles.serious}>
      <span className={styles.icon}>
        <Icon name="triangle" />
      </span>
      {text}
    </p>
  )
}
