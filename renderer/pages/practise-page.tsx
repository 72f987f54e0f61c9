import { Button } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { StartView } from '../../messages/view.ts'
import { CHOICES_FORM } from '../frame/footer-actions.ts'
import { FooterFrame, FooterGap } from '../frame/footer-frame.tsx'
import { useWords } from '../language.tsx'
import { footer as footerWords } from '../messages/frame.ts'
import { start as startWords } from '../messages/start.ts'
import { Choice } from '../primitives/choice.tsx'
import { Group } from '../primitives/group.tsx'
import { useWizard } from '../wizard-context.tsx'
import { StartFrame } from './start-frame.tsx'

/** The cases that can be practised, each with its story. */
export function PractisePage({ start, onBack }: { readonly start: StartView; readonly onBack: () => void }) {
  const { back } = useWords(footerWords)
  const { send } = useWizard()
  const [picked, setPicked] = useState(start.scenarios[0]?.name)
  const words = useWords(startWords.practise)
  // What went wrong with a sign-in is said on its own page.
  const problem = start.signIn ? undefined : start.problem
  const open = (more: { readonly checkFirst?: true } = {}) => {
    if (picked !== undefined && !start.connecting) send({ type: 'OPEN_PRACTICE', scenario: picked, ...more })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    open()
  }
  const footer = (
    <FooterFrame>
      <Button onClick={onBack}>{back}</Button>
      <FooterGap />
      <Button disabledFocusable={start.connecting} onClick={() => open({ checkFirst: true })}>
        {words.checkFirst}
      </Button>
      <Button type="submit" form={CHOICES_FORM} appearance="primary" disabledFocusable={start.connecting}>
        {start.connecting ? words.opening : words.open}
      </Button>
    </FooterFrame>
  )
  return (
    <StartFrame page="practise" title={words.title} lead={words.lead} problem={problem} footer={footer}>
      <form id={CHOICES_FORM} onSubmit={submit}>
        <Group name={words.pick}>
          {start.scenarios.map(({ name, title, story }) => (
            <Choice
              key={name}
              group="scenario"
              value={name}
              title={title}
              text={story}
              chosen={name === picked}
              onChoose={() => setPicked(name)}
            />
          ))}
        </Group>
      </form>
    </StartFrame>
  )
}
