import { useEffect, useState } from 'react'
import { useWords } from '../language.tsx'
import { desktop } from '../messages/desktop.ts'
import { Button } from '../primitives/button.tsx'
import { Failure } from '../primitives/callout.tsx'
import { CodeBlock } from '../primitives/code-block.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { ModalDialog } from '../primitives/modal-dialog.tsx'
import { Heading, Note, Text } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'

/** Shows all diagnostics before they are copied; the wizard sends nothing. */
export function ReportDialog({ onClose }: { readonly onClose: () => void }) {
  const { report: words, about } = useWords(desktop)
  const { bridge } = useWizard()
  const [diagnostics, setDiagnostics] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    void bridge.call('diagnostics:read', {}).then((answer) => (answer.ok ? setDiagnostics(answer.value) : setProblem(answer.why)))
  }, [bridge])
  const copy = async (text: string) => {
    const answer = await bridge.call('clipboard:write', { text })
    setCopied(answer.ok)
    setProblem(answer.ok ? undefined : answer.why)
  }
  return (
    <ModalDialog title={words.title} onClose={onClose}>
      <Stack gap="wide">
        <Text>{words.lead}</Text>
        <Failure why={problem} />
        {diagnostics === undefined ? null : (
          <>
            <Row>
              <Button appearance="primary" onClick={() => void copy(diagnostics)}>
                {about.copy}
              </Button>
              {/* A modal dialog silences the page's live region. */}
              <span role="status">{copied ? about.copied : ''}</span>
            </Row>
            <CodeBlock
              title={<Heading level={3}>{words.diagnostics}</Heading>}
              actions={null}
              text={diagnostics}
              label={words.diagnostics}
            />
          </>
        )}
        <Note as="p">{about.what}</Note>
      </Stack>
    </ModalDialog>
  )
}
