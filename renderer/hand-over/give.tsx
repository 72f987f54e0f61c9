import { Button } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { StepId } from '../../machines/engine/step/finding.ts'
import type { HandOverView } from '../../messages/view.ts'
import { useStrings, useTimes } from '../language.tsx'
import { Callout } from '../parts/callout.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { SelectField } from '../parts/fields.tsx'
import { Section } from '../parts/section.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
import styles from './give.module.css'

type Outcome = { readonly savedAs: string; readonly sha256: string } | { readonly why: string }

/** Writes a step as a file for somebody else. */
export function Give({
  handOver: { steps, suggested, chosen, told },
  note,
  onNote,
}: {
  readonly handOver: HandOverView
  readonly note: string
  readonly onNote: (note: string) => void
}) {
  const words = useStrings().handOver
  const { moment } = useTimes()
  const { bridge, announce } = useWizard()
  const now = useNow()
  const id = useId()
  const [step, setStep] = useState<StepId>(suggested)
  const [saving, setSaving] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>()
  const about = steps.find((each) => each.id === step)
  if (!chosen)
    return (
      <Section heading={words.give}>
        <p className={styles.text}>{words.noEnvironment}</p>
      </Section>
    )
  const save = async (purpose: 'ask' | 'hand-back', which: StepId) => {
    if (saving) return
    setSaving(true)
    announce(words.saving)
    const answer = await bridge.handOver({ purpose, step: which, note })
    setSaving(false)
    if (!answer.ok) return setOutcome({ why: answer.why })
    const { savedAs, sha256 } = answer.value
    // Called off by the person: nothing to say.
    if (savedAs === undefined) return setOutcome(undefined)
    setOutcome({ savedAs, sha256 })
    announce(words.saved({ name: savedAs }))
  }
  return (
    <Section heading={words.give}>
      <div className={styles.form}>
        <div>
          <SelectField
            draft={{
              id: `${id}-step`,
              label: words.step,
              value: step,
              broken: undefined,
              onChange: (value) => setStep(steps.find((each) => each.id === value)?.id ?? step),
              onLeave: () => undefined,
            }}
            options={steps.map((each) => ({ value: each.id, label: words.stepOption({ number: each.number, title: each.title }) }))}
            placeholder=""
          />
          {about ? <p className={styles.hint}>{words.inIt({ changes: about.changes, findings: about.findings })}</p> : null}
        </div>
        <div>
          <label htmlFor={`${id}-note`} className={styles.label}>
            {words.note}
          </label>
          <textarea
            id={`${id}-note`}
            className={styles.note}
            value={note}
            maxLength={2000}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => onNote(target.value)}
          />
          <p id={`${id}-hint`} className={styles.hint}>
            {words.noteHint}
          </p>
        </div>
        {told ? <p className={styles.text}>{words.backNote({ by: told.by, when: moment(told.at, now), number: told.number })}</p> : null}
        <div className={styles.buttons}>
          {told ? (
            <Button disabledFocusable={saving} onClick={() => void save('hand-back', told.step)}>
              {words.back({ by: told.by })}
            </Button>
          ) : null}
          <Button disabledFocusable={saving} onClick={() => void save('ask', step)}>
            {words.save}
          </Button>
        </div>
      </div>
      {outcome ? <Said outcome={outcome} /> : null}
    </Section>
  )
}

function Said({ outcome }: { readonly outcome: Outcome }) {
  const words = useStrings().handOver
  if ('why' in outcome)
    return (
      <div className={styles.outcome} role="alert">
        <Callout tone="danger">{outcome.why}</Callout>
      </div>
    )
  return (
    <div className={styles.outcome}>
      <Callout tone="success">
        {words.saved({ name: outcome.savedAs })}
        <span className={styles.digest}>{outcome.sha256}</span>
        <CopyButton text={outcome.sha256} of={words.digest} />
      </Callout>
    </div>
  )
}
