import { type FormEvent, useState } from 'react'
import type { StepPicture } from '#messages/view.ts'
import { CHOICES_FORM } from '../frame/page-actions.ts'
import { Callout } from '../primitives/callout.tsx'
import { Choice } from '../primitives/choice.tsx'
import { Group } from '../primitives/group.tsx'
import { Row } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { Name } from '../primitives/text.tsx'
import { Problem } from '../step/problem.tsx'
import { useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import { useOthers } from './other.ts'

type Targets = Extract<StepPicture, { kind: 'targets' }>

/** Other environments with their keys. The choice counts when the footer's button submits it. */
export function TargetPicker({ picture }: { readonly picture: Targets }) {
  const words = useStrings().landscape
  const { decide, send } = useWizard()
  const [picked, setPicked] = useState(picture.chosen)
  const { targets, problem } = picture
  const otherOf = useOthers()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (picked === undefined) send({ type: 'NEXT' })
    else decide({ kind: 'choose-addition', environmentId: picked })
  }
  return (
    <Section heading={words.list} untitled>
      {problem ? <Problem problem={problem} level={3} /> : null}
      {targets.length === 0 && !problem ? <Callout tone="info">{words.noOthers}</Callout> : null}
      <form id={CHOICES_FORM} onSubmit={submit}>
        {targets.length === 0 ? null : (
          <Group name={words.others} inOneColumn>
            {targets.map(({ id, name, type, location, key }) => (
              <Choice
                key={id}
                group="environment"
                value={id}
                title={name}
                text={[type, location, otherOf(id)?.title ?? key].filter((each) => each !== undefined).join(' · ')}
                chosen={picked === id}
                onChoose={() => setPicked(id)}
              />
            ))}
          </Group>
        )}
      </form>
    </Section>
  )
}

/** The selected environment, with a way to change it, even during encryption. */
export function AboutTarget({ name }: { readonly name: string }) {
  const words = useStrings().landscape
  const { view, decide } = useWizard()
  return (
    <Row>
      <Name>{name}</Name>
      {view.decisions.includes('choose-addition') ? (
        <TextButton onClick={() => decide({ kind: 'choose-addition' })}>{words.another}</TextButton>
      ) : null}
    </Row>
  )
}
