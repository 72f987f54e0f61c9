import { useCallback, useEffect, useState } from 'react'
import type { CallReply, RemovalView } from '#contract/contract.ts'
import { Source } from '../frame/source.tsx'
import { useWords } from '../language.tsx'
import { removal } from '../messages/removal.ts'
import { Button } from '../primitives/button.tsx'
import { Callout } from '../primitives/callout.tsx'
import { CodeBlock } from '../primitives/code-block.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Row, Spaced, Stack } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { ModalDialog } from '../primitives/modal-dialog.tsx'
import { Heading, List, Mono, Name, Note, Points, Text } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'

export function RemoveCreated() {
  const words = useWords(removal)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <TextButton onClick={() => setOpen(true)}>{words.open}</TextButton>
      {isOpen ? <RemovalDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}

/** Created resources: removable ones in order, and why others stay. Read on opening. */
function RemovalDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(removal)
  const { bridge } = useWizard()
  const [found, setFound] = useState<RemovalView>()
  const [said, setSaid] = useState<{ readonly tone: 'danger' | 'success'; readonly text: string }>()
  const [isBusy, setBusy] = useState(true)
  const show = useCallback((answer: CallReply<'removal:read'>) => {
    if (answer.ok) setFound(answer.value)
    else setSaid({ tone: 'danger', text: answer.why })
    setBusy(false)
  }, [])
  useEffect(() => void bridge.call('removal:read', {}).then(show), [bridge, show])
  const read = () => {
    setBusy(true)
    setSaid(undefined)
    void bridge.call('removal:read', {}).then(show)
  }
  const save = async () => {
    const answer = await bridge.call('removal:save', {})
    if (!answer.ok) setSaid({ tone: 'danger', text: answer.why })
    else if (answer.value.savedAs !== undefined) setSaid({ tone: 'success', text: words.saved({ name: answer.value.savedAs }) })
  }
  return (
    <ModalDialog wide title={words.title} onClose={onClose}>
      <Stack gap="wide">
        <Text>{words.lead}</Text>
        <Row>
          <Button disabledFocusable={isBusy} onClick={read}>
            {words.again}
          </Button>
          <span role="status">{isBusy ? words.reading : ''}</span>
        </Row>
        {said === undefined ? null : (
          <Callout tone={said.tone} role={said.tone === 'danger' ? 'alert' : 'status'}>
            {said.text}
          </Callout>
        )}
        {found === undefined || isBusy ? null : <Found found={found} onSave={() => void save()} />}
      </Stack>
    </ModalDialog>
  )
}

function Found({ found: { remove, stays, gone, script }, onSave }: { readonly found: RemovalView; readonly onSave: () => void }) {
  const words = useWords(removal)
  if (remove.length + stays.length + gone.length === 0) return <Text>{words.none}</Text>
  return (
    <>
      {remove.length === 0 ? (
        <Text>{words.nothing}</Text>
      ) : (
        <>
          <Callout tone="warning">
            <Heading level={3}>{words.ask}</Heading>
            <Points items={[words.askBackups, words.askPolicies]} />
          </Callout>
          <section>
            <Heading level={3}>{words.toRemove}</Heading>
            <List ordered>
              {remove.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </List>
          </section>
        </>
      )}
      {stays.length === 0 ? null : (
        <section>
          <Heading level={3}>{words.stays}</Heading>
          <List>
            {stays.map(({ id, title, reasons }) => (
              <li key={`${id} ${title}`}>
                <Name>{title}</Name>
                <Note as="p">{reasons.join(' · ')}</Note>
              </li>
            ))}
          </List>
        </section>
      )}
      {gone.length === 0 ? null : (
        <section>
          <Heading level={3}>{words.gone}</Heading>
          <Points items={gone} />
        </section>
      )}
      {remove.length === 0 ? null : script === undefined ? (
        <Note as="p">{words.noScript}</Note>
      ) : (
        <section>
          <Note as="p">{words.scriptWhat}</Note>
          <CodeBlock
            title={<Heading level={3}>{words.script}</Heading>}
            actions={<Button onClick={onSave}>{words.save}</Button>}
            text={script}
            label={words.script}
          />
        </section>
      )}
    </>
  )
}

function Entry({ entry: { id, title, happens, back, byHand, source } }: { readonly entry: RemovalView['remove'][number] }) {
  const words = useWords(removal)
  return (
    <li>
      <Name>{title}</Name>
      <Facts>
        {happens === undefined ? null : <Fact term={words.happens}>{happens}</Fact>}
        {back === undefined ? null : <Fact term={words.back}>{back}</Fact>}
        {byHand === undefined ? null : <Fact term={words.byHand}>{byHand}</Fact>}
        {source === undefined ? null : (
          <Fact term={words.source}>
            <Source source={source} />
          </Fact>
        )}
      </Facts>
      <Spaced>
        <Mono>{id}</Mono>
      </Spaced>
    </li>
  )
}
