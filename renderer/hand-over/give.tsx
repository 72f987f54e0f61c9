import { useId, useState } from 'react'
import type { StepId } from '#machines/engine/step/finding.ts'
import type { HandOverView } from '#messages/view.ts'
import { useTimes } from '../language.tsx'
import { Button } from '../primitives/button.tsx'
import { Callout, Failure } from '../primitives/callout.tsx'
import { CopyButton } from '../primitives/copy-button.tsx'
import { SelectField, WordsField } from '../primitives/fields.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { Mono, Text } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'

type Outcome = { readonly savedAs: string; readonly sha256: string } | { readonly why: string }

/** Saves a step as a file for another person. */
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
        <Text>{words.noEnvironment}</Text>
      </Section>
    )
  const save = async (purpose: 'ask' | 'hand-back', which: StepId) => {
    if (saving) return
    setSaving(true)
    announce(words.saving)
    const answer = await bridge.call('hand-over:save', { purpose, step: which, note })
    setSaving(false)
    if (!answer.ok) return setOutcome({ why: answer.why })
    const { savedAs, sha256 } = answer.value
    // The person cancelled: no message.
    if (savedAs === undefined) return setOutcome(undefined)
    setOutcome({ savedAs, sha256 })
    announce(words.saved({ name: savedAs }))
  }
  return (
    <Section heading={words.give}>
      <Stack gap="even">
        <SelectField
          id={`${id}-step`}
          label={words.step}
          value={step}
          hint={about && words.inIt({ changes: about.changes, findings: about.findings })}
          onChange={(value) => setStep(steps.find((each) => each.id === value)?.id ?? step)}
          options={steps.map((each) => ({ value: each.id, label: words.stepOption({ number: each.number, title: each.title }) }))}
        />
        <WordsField id={`${id}-note`} label={words.note} value={note} hint={words.noteHint} onChange={onNote} most={2000} />
        {told ? <Text>{words.backNote({ by: told.by, when: moment(told.at, now), number: told.number })}</Text> : null}
        <Row>
          {told ? (
            <Button appearance="primary" disabledFocusable={saving} onClick={() => void save('hand-back', told.step)}>
              {words.back({ by: told.by })}
            </Button>
          ) : null}
          <Button
            appearance={told === undefined ? 'primary' : 'secondary'}
            disabledFocusable={saving}
            onClick={() => void save('ask', step)}
          >
            {words.save}
          </Button>
        </Row>
      </Stack>
      {outcome ? <Said outcome={outcome} /> : null}
    </Section>
  )
}

function Said({ outcome }: { readonly outcome: Outcome }) {
  const words = useStrings().handOver
  if ('why' in outcome) return <Failure why={outcome.why} />
  return (
    <Callout tone="success">
      <Stack gap="tight">
        <span>{words.saved({ name: outcome.savedAs })}</span>
        <Row gap="tight">
          <Mono>{outcome.sha256}</Mono>
          <CopyButton text={outcome.sha256} of={words.digest} />
        </Row>
      </Stack>
    </Callout>
  )
}
