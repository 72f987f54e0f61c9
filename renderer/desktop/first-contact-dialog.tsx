import { useCallback, useEffect, useState } from 'react'
import type { CallReply, FirstContactView } from '#contract/contract.ts'
import { useWords } from '../language.tsx'
import { firstContact } from '../messages/first-contact.ts'
import { Button } from '../primitives/button.tsx'
import { Callout } from '../primitives/callout.tsx'
import { CodeBlock } from '../primitives/code-block.tsx'
import { Fold } from '../primitives/disclosure.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { ModalDialog } from '../primitives/modal-dialog.tsx'
import { Heading, List, Mono, Note, Points, Text } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'

/** Compares the tenant's answers with the expected ones, and saves them as a file that the person reads first. */
export function FirstContactDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(firstContact)
  const { bridge, view } = useWizard()
  const isRecording = view.practice?.readOnly === true
  const [found, setFound] = useState<FirstContactView>()
  const [said, setSaid] = useState<{ readonly tone: 'danger' | 'success'; readonly text: string }>()
  const [isBusy, setBusy] = useState(isRecording)
  const show = useCallback((answer: CallReply<'first-contact:make'>) => {
    if (answer.ok) setFound(answer.value)
    else setSaid({ tone: 'danger', text: answer.why })
    setBusy(false)
  }, [])
  const compare = () => {
    setBusy(true)
    setSaid(undefined)
    void bridge.call('first-contact:make', {}).then(show)
  }
  const save = async () => {
    const answer = await bridge.call('first-contact:save', {})
    if (!answer.ok) setSaid({ tone: 'danger', text: answer.why })
    else if (answer.value.savedAs !== undefined) setSaid({ tone: 'success', text: words.saved({ name: answer.value.savedAs }) })
  }
  useEffect(() => {
    if (isRecording) void bridge.call('first-contact:make', {}).then(show)
  }, [isRecording, bridge, show])
  return (
    <ModalDialog wide title={isRecording ? words.titleOfRecording : words.title} onClose={onClose}>
      <Stack gap="wide">
        <Text>{isRecording ? words.leadOfRecording : words.lead}</Text>
        <Row>
          {isRecording ? null : (
            <Button appearance={found ? 'secondary' : 'primary'} disabledFocusable={isBusy} onClick={compare}>
              {found ? words.again : words.compare}
            </Button>
          )}
          <span role="status">{isBusy ? words.comparing : (found?.summary ?? '')}</span>
        </Row>
        {said === undefined ? null : (
          <Callout tone={said.tone} role={said.tone === 'danger' ? 'alert' : 'status'}>
            {said.text}
          </Callout>
        )}
        {found === undefined || isBusy ? null : (
          <>
            <Comparison found={found} />
            {isRecording ? null : <FileShown file={found.file} onSave={() => void save()} />}
          </>
        )}
      </Stack>
    </ModalDialog>
  )
}

function FileShown({ file, onSave }: { readonly file: string; readonly onSave: () => void }) {
  const words = useWords(firstContact)
  return (
    <>
      <CodeBlock
        title={<Heading level={3}>{words.file}</Heading>}
        actions={<Button onClick={onSave}>{words.save}</Button>}
        text={file}
        label={words.file}
      />
      <Note as="p">{words.fileWhat}</Note>
    </>
  )
}

function Comparison({ found: { differences, refused, settled, held } }: { readonly found: FirstContactView }) {
  const words = useWords(firstContact)
  return (
    <Stack gap="wide">
      {differences.length === 0 ? null : (
        <section>
          <Heading level={3}>{words.differs}</Heading>
          <List>
            {differences.map(({ title, meaning, operation }) => (
              <li key={`${title} ${operation}`}>
                {title}
                <Note as="p">{meaning}</Note>
                <Mono>{operation}</Mono>
              </li>
            ))}
          </List>
        </section>
      )}
      {refused.length === 0 ? null : (
        <section>
          <Heading level={3}>{words.refused}</Heading>
          <Points items={refused} />
        </section>
      )}
      {settled.length === 0 ? null : (
        <section>
          <Heading level={3}>{words.settles}</Heading>
          <List>
            {settled.map(({ entry, found }) => (
              <li key={`${entry} ${found}`}>
                <Mono>{entry}</Mono> {found}
              </li>
            ))}
          </List>
          <Note as="p">{words.settlesWhat}</Note>
        </section>
      )}
      <Fold label={words.held({ count: held.length })}>
        <Points items={held} />
      </Fold>
    </Stack>
  )
}
