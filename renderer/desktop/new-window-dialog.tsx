import { type FormEvent, useId, useState } from 'react'
import { profileName } from '#contract/profile-name.ts'
import { useWords } from '../language.tsx'
import { desktop } from '../messages/desktop.ts'
import { Button } from '../primitives/button.tsx'
import { Failure } from '../primitives/callout.tsx'
import { TextField } from '../primitives/fields.tsx'
import { Stack } from '../primitives/layout.tsx'
import { ModalDialog } from '../primitives/modal-dialog.tsx'
import { Text } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'

export function NewWindowDialog({ onClose }: { readonly onClose: () => void }) {
  const { newWindow: words, close } = useWords(desktop)
  const { bridge } = useWizard()
  const id = useId()
  const [name, setName] = useState('')
  const [isTried, setTried] = useState(false)
  const [problem, setProblem] = useState<string>()
  const isRight = profileName.safeParse(name).success
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isRight) return document.getElementById(`${id}-name`)?.focus()
    const answer = await bridge.call('window:open', { profile: name })
    if (answer.ok) onClose()
    else setProblem(answer.why)
  }
  return (
    <ModalDialog
      title={words.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{close}</Button>
          <Button appearance="primary" type="submit" form={id}>
            {words.open}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="even">
          <Text>{words.lead}</Text>
          <TextField
            id={`${id}-name`}
            label={words.name}
            hint={words.hint}
            value={name}
            onChange={setName}
            broken={isTried && !isRight ? words.broken : undefined}
          />
          <Failure why={problem} />
        </Stack>
      </form>
    </ModalDialog>
  )
}
