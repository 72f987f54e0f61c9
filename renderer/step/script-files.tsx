import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { ScriptRequest, Written } from '../../ipc/contract.ts'
import type { ScriptLanguage } from '../../machines/engine/script-languages.ts'
import { useStrings } from '../language.tsx'
import { Callout } from '../parts/callout.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { useWizard } from '../wizard-context.tsx'
import styles from './script-files.module.css'

/**
 * The script of a plan, or of one action of it, as main writes it.
 * @param reading changes whenever the plan may be another: the script is then written anew
 */
export function useScript({ language, of, action }: ScriptRequest, reading: string): Written | undefined {
  const { bridge } = useWizard()
  const [written, setWritten] = useState<Written>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `reading` says when main has another plan
  useEffect(() => {
    let over = false
    void bridge.writeScript({ language, of, ...(action === undefined ? {} : { action }) }).then((answer) => {
      if (!over) setWritten(answer.ok ? answer.value : { kind: 'refused', why: answer.why })
    })
    return () => {
      over = true
    }
  }, [bridge, language, of, action, reading])
  return written
}

/** Which language the person reads scripts in: kept while other pages are shown. */
export function useLanguage(): [ScriptLanguage, (language: ScriptLanguage) => void] {
  const { drafts } = useWizard()
  const [language, setLanguage] = useState<ScriptLanguage>(drafts.language ?? 'azure-cli')
  return [
    language,
    (chosen) => {
      drafts.language = chosen
      setLanguage(chosen)
    },
  ]
}

/** A script as it is: each file with its name, to be read, copied and saved. */
export function ScriptFiles({ script, written }: { readonly script: ScriptRequest; readonly written: Written | undefined }) {
  const strings = useStrings()
  if (written === undefined)
    return (
      <p className={styles.note} aria-busy="true">
        {strings.script.writing}
      </p>
    )
  switch (written.kind) {
    case 'nothing-planned':
      return <p className={styles.note}>{strings.script.nothing[script.of]}</p>
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
        <ul className={styles.files}>
          {written.files.map((file) => (
            <li key={file.name} className={styles.file}>
              <ScriptFile script={script} file={file} />
            </li>
          ))}
        </ul>
      )
  }
}

type File = Extract<Written, { kind: 'files' }>['files'][number]

function ScriptFile({ script, file }: { readonly script: ScriptRequest; readonly file: File }) {
  const strings = useStrings()
  const { bridge, notify, announce } = useWizard()
  const [savedAs, setSavedAs] = useState<string>()
  const save = async () => {
    const answer = await bridge.saveScript(script, file.name)
    notify(answer.ok ? undefined : answer.why)
    if (!answer.ok || answer.value.savedAs === undefined) return
    setSavedAs(answer.value.savedAs)
    announce(strings.script.announced({ name: answer.value.savedAs }))
  }
  return (
    <>
      <div className={styles.head}>
        <span className={styles.name}>{file.name}</span>
        <span className={styles.buttons}>
          <CopyButton text={file.text} of={file.name} />
          <Button size="small" appearance="subtle" aria-label={strings.script.saveFile({ file: file.name })} onClick={() => void save()}>
            {strings.script.saveAs}
          </Button>
        </span>
      </div>
      {savedAs === undefined ? null : <p className={styles.note}>{strings.script.saved({ name: savedAs })}</p>}
      {/* Reachable by keyboard, so that it can be scrolled and selected without a mouse. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to take the focus */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <pre className={styles.code} translate="no" role="group" aria-label={strings.script.contentOf({ file: file.name })} tabIndex={0}>
        <code>{file.text}</code>
      </pre>
    </>
  )
}
