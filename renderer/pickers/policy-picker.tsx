import { type FormEvent, useState } from 'react'
import type { PolicyRow, StepPicture } from '#messages/view.ts'
import { CHOICES_FORM } from '../frame/page-actions.ts'
import { Callout } from '../primitives/callout.tsx'
import { Choice } from '../primitives/choice.tsx'
import { Group } from '../primitives/group.tsx'
import { Spaced } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { Problem } from '../step/problem.tsx'
import { type Strings, useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import { FoldedRows } from './noted-rows.tsx'

type Policies = Extract<StepPicture, { kind: 'policies' }>

export function PolicyPicker({ picture }: { readonly picture: Policies }) {
  const strings = useStrings()
  const { decide, send } = useWizard()
  const [picked, setPicked] = useState(picture.chosen)
  const { policies, problem, notListed } = picture
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Without a choice, the machine says what is missing.
    if (picked === undefined) send({ type: 'NEXT' })
    else decide({ kind: 'choose-next-policy', policyId: picked })
  }
  return (
    <Section heading={strings.operations.policies}>
      {problem ? <Problem problem={problem} level={3} /> : null}
      {policies.length === 0 && !problem && !notListed ? <Callout tone="warning">{strings.operations.noPolicy}</Callout> : null}
      <form id={CHOICES_FORM} onSubmit={submit}>
        {policies.length === 0 ? null : (
          <Group name={strings.operations.choosePolicy} inOneColumn>
            {policies.map((row) => (
              <Choice
                key={row.id}
                group="policy"
                value={row.id}
                title={row.name}
                text={factsOf(strings.operations, row)}
                chosen={picked === row.id}
                onChoose={() => setPicked(row.id)}
              />
            ))}
          </Group>
        )}
      </form>
    </Section>
  )
}

const factsOf = (words: Strings['operations'], { location, keyName, fits }: PolicyRow): string =>
  [location, ...(keyName === undefined ? [] : [words.usesKey({ name: keyName })]), ...(fits ? [] : [words.elsewhere])].join(' · ')

/** Both policies, with a way back to the list. */
export function ChosenNextPolicy({ picture }: { readonly picture: Policies }) {
  const strings = useStrings()
  const { can, send } = useWizard()
  const change = can('CHANGE_CHOICES') ? (
    <TextButton onClick={() => send({ type: 'CHANGE_CHOICES' })}>{strings.operations.changePolicy}</TextButton>
  ) : undefined
  if (picture.rows.length === 0) return null
  return (
    <Spaced>
      <FoldedRows aside={change} rows={picture.rows} />
    </Spaced>
  )
}
