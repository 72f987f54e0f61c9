import { useEffect, useState } from 'react'
import { useWords } from '../language.tsx'
import { desktop } from '../messages/desktop.ts'
import { Failure } from '../primitives/callout.tsx'
import { CodeBlock } from '../primitives/code-block.tsx'
import { ModalDialog } from '../primitives/modal-dialog.tsx'
import { Heading } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'
import styles from './licenses-dialog.module.css'

export function LicensesDialog({ onClose }: { readonly onClose: () => void }) {
  const { licenses: words } = useWords(desktop)
  const { bridge } = useWizard()
  const [read, setRead] = useState<readonly { readonly of: 'app' | 'main' | 'window'; readonly text: string }[]>([])
  const [why, setWhy] = useState<string>()
  useEffect(() => {
    void bridge.call('licenses:read', {}).then((answer) => (answer.ok ? setRead(answer.value) : setWhy(answer.why)))
  }, [bridge])
  return (
    <ModalDialog wide title={words.title} onClose={onClose}>
      <Failure why={why} />
      <div className={styles.texts}>
        {read.map(({ of, text }) => (
          <CodeBlock key={of} title={<Heading level={3}>{words.of[of]}</Heading>} actions={null} text={text} label={words.of[of]} />
        ))}
      </div>
    </ModalDialog>
  )
}
