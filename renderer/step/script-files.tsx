import { useEffect, useState } from 'react'
import type { ScriptRequest, Written } from '#contract/contract.ts'
import { defined } from '#machines/defined.ts'
import type { ScriptLanguage } from '#machines/procedure/script-languages.ts'
import { Button } from '../primitives/button.tsx'
import { Callout } from '../primitives/callout.tsx'
import { CodeBlock } from '../primitives/code-block.tsx'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Stack } from '../primitives/layout.tsx'
import { Mono, Note } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useDrafts, useWizard } from '../wizard-context.tsx'

/** The script of a plan or of one action. @param reading changes when the plan may have changed: the script is then rewritten */
export function useScript({ language, of, action }: ScriptRequest, reading: string): Written | undefined {
  const { bridge } = useWizard()
  const [written, setWritten] = useState<Written>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `reading` says when main has another plan
  useEffect(() => {
    let over = false
    void bridge.call('script:write', { language, of, ...defined({ action }) }).then((answer) => {
      if (!over) setWritten(answer.ok ? answer.value : { kind: 'refused', why: answer.why })
    })
    return () => {
      over = true
    }
  }, [bridge, language, of, action, reading])
  return written
}

/** Script language, kept across pages. */
export function useLanguage(): readonly [ScriptLanguage, (language: ScriptLanguage) => void] {
  const { keep } = useWizard()
  const { language = 'azure-cli' } = useDrafts()
  return [language, (chosen) => keep({ language: chosen })]
}

interface ScriptFilesProps {
  readonly script: ScriptRequest
  readonly written: Written | undefined
  readonly nothing?: string
}

export function ScriptFiles({ script, written, nothing }: ScriptFilesProps) {
  const strings = useStrings()
  if (written === undefined)
    return (
      <Note as="p" busy>
        {strings.script.writing}
      </Note>
    )
  switch (written.kind) {
    case 'nothing-planned':
      return <Note as="p">{nothing ?? strings.script.nothing[script.of]}</Note>
    case 'refused':
      return (
        <Callout tone="warning">
          <strong>{strings.script.refused}</strong>
          <br />
          {written.why}
        </Callout>
      )
    case 'files':
      return (
        <Stack as="ul" gap="even">
          {written.files.map((file) => (
            <li key={file.name}>
              <ScriptFile script={script} file={file} />
            </li>
          ))}
        </Stack>
      )
  }
}

type File = Extract<Written, { kind: 'files' }>['files'][number]

function ScriptFile({ script, file }: { readonly script: ScriptRequest; readonly file: File }) {
  const strings = useStrings()
  const { bridge, notify, announce } = useWizard()
  const [savedAs, setSavedAs] = useState<string>()
  const save = async () => {
    const answer = await bridge.call('script:save', { script, file: file.name })
    notify(answer.ok ? undefined : answer.why)
    if (!answer.ok || answer.value.savedAs === undefined) return
    setSavedAs(answer.value.savedAs)
    announce(strings.script.announced({ name: answer.value.savedAs }))
  }
  return (
    <>
      <CodeBlock
        title={<Mono>{file.name}</Mono>}
        actions={
          <>
            <CopyButton text={file.text} of={file.name} />
            <Button size="small" appearance="subtle" aria-label={strings.script.saveFile({ file: file.name })} onClick={() => void save()}>
              {strings.script.saveAs}
            </Button>
          </>
        }
        text={file.text}
        label={strings.script.contentOf({ file: file.name })}
      />
      {savedAs === undefined ? null : <Note as="p">{strings.script.saved({ name: savedAs })}</Note>}
    </>
  )
}
