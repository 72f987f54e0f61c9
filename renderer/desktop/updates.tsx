import { type ReactNode, useState } from 'react'
import type { UpdateAct, UpdateView } from '#machines/updates/update.ts'
import { useWords } from '../language.tsx'
import { updates } from '../messages/updates.ts'
import { Button } from '../primitives/button.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { ModalDialog } from '../primitives/modal-dialog.tsx'
import { Status } from '../primitives/status.tsx'
import { Note, Text } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'
import styles from './updates.module.css'

type Acting = (act: UpdateAct) => void

const inMegabytes = (size = 0): number => Math.max(1, Math.round(size / 1_000_000))

export function Updates({ group }: { readonly group: (name: string, children: ReactNode) => ReactNode }) {
  const words = useWords(updates)
  const { view, bridge, ask } = useWizard()
  const update: UpdateView = view.update ?? { is: 'off', off: 'not-configured' }
  const act: Acting = (wanted) => void ask(bridge.call('updates:act', { act: wanted }))
  if (update.is === 'off') return group(words.title, <Text>{words.off[update.off ?? 'not-configured']}</Text>)
  return group(
    words.title,
    <Stack gap="close">
      {update.refused === undefined ? null : (
        <Callout tone={update.refused === 'unreachable' || update.refused === 'incomplete' ? 'info' : 'warning'} role="alert">
          {words.refused[update.refused]}
        </Callout>
      )}
      <Text>
        <span role="status">
          <Standing update={update} />
        </span>
      </Text>
      {update.busy === undefined ? null : <Note as="p">{words.busy[update.busy]}</Note>}
      <Row>
        <NextStep update={update} act={act} />
        {update.hasNotes ? <TextButton onClick={() => act('notes')}>{words.notes}</TextButton> : null}
      </Row>
    </Stack>,
  )
}

function Standing({ update: { is, version = '', size, percent = 0, checkedAt, refused } }: { readonly update: UpdateView }) {
  const words = useWords(updates)
  switch (is) {
    case 'available':
      return words.available({ version, megabytes: inMegabytes(size) })
    case 'downloading':
      return words.downloading({ version, share: percent / 100 })
    case 'ready':
      return words.ready({ version })
    case 'checking':
    case 'installing':
      return words[is]
    default:
      return checkedAt !== undefined && refused === undefined ? words.latest : words.on
  }
}

function NextStep({ update: { is, version = '', busy }, act }: { readonly update: UpdateView; readonly act: Acting }) {
  const words = useWords(updates)
  const [asked, setAsked] = useState(false)
  const waits = busy !== undefined
  if (is === 'available') {
    return (
      <Button disabledFocusable={waits} onClick={() => act('download')}>
        {words.download}
      </Button>
    )
  }
  if (is !== 'ready') {
    return (
      <Button disabledFocusable={waits || is !== 'idle'} onClick={() => act('check')}>
        {words.check}
      </Button>
    )
  }
  return (
    <>
      <Button appearance="primary" disabledFocusable={waits} onClick={() => setAsked(true)}>
        {words.install}
      </Button>
      {asked ? <AskToInstall version={version} onInstall={() => act('install')} onClose={() => setAsked(false)} /> : null}
    </>
  )
}

function AskToInstall({
  version,
  onInstall,
  onClose,
}: {
  readonly version: string
  readonly onInstall: () => void
  readonly onClose: () => void
}) {
  const words = useWords(updates)
  const install = () => {
    onClose()
    onInstall()
  }
  return (
    <ModalDialog
      title={words.ask({ version })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.later}</Button>
          <Button appearance="primary" onClick={install}>
            {words.install}
          </Button>
        </>
      }
    >
      <Stack gap="close">
        <Text>{words.askDetail}</Text>
        <Text>{words.otherWindows}</Text>
      </Stack>
    </ModalDialog>
  )
}

/** Appears above the list of environments once an update is available. */
export function UpdateRow() {
  const words = useWords(updates)
  const { view, bridge, ask } = useWizard()
  const [asked, setAsked] = useState(false)
  const update: UpdateView = view.update ?? { is: 'off' }
  const { is, version = '', busy, refused } = update
  if (version === '' || busy !== undefined) return null
  return (
    <aside className={styles.row} aria-label={words.title}>
      <span className={styles.words}>
        <Standing update={update} />
      </span>
      {refused === undefined ? null : (
        <span role="alert" className={styles.refused}>
          <Status tone="warning" glyph="warning" long>
            {words.refused[refused]}
          </Status>
        </span>
      )}
      {is === 'available' ? (
        <TextButton onClick={() => void ask(bridge.call('updates:act', { act: 'download' }))}>{words.download}</TextButton>
      ) : null}
      {is === 'ready' ? <TextButton onClick={() => setAsked(true)}>{words.install}</TextButton> : null}
      {asked && is === 'ready' ? (
        <AskToInstall
          version={version}
          onInstall={() => void ask(bridge.call('updates:act', { act: 'install' }))}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </aside>
  )
}
