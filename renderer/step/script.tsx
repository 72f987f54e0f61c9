import { Button, Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { ScriptRequest } from '../../ipc/contract.ts'
import { LANGUAGE_TITLES, SCRIPT_LANGUAGES, type ScriptLanguage } from '../../machines/engine/script-languages.ts'
import type { StepView } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { useWizard } from '../wizard-context.tsx'
import styles from './script.module.css'
import { ScriptFiles, useLanguage, useScript } from './script-files.tsx'

/** The same changes as a script: in which language, of this step or of all, and that it does not matter who runs it. */
export function Script({ step }: { readonly step: Pick<StepView, 'id' | 'place' | 'plan' | 'checkedAt'> }) {
  const strings = useStrings()
  const { can, send } = useWizard()
  const [language, setLanguage] = useLanguage()
  const [of, setOf] = useState<ScriptRequest['of']>('step')
  const script: ScriptRequest = { language, of }
  const written = useScript(script, `${step.id} ${step.checkedAt} ${step.plan.length}`)
  return (
    <div className={styles.script}>
      <LanguageField language={language} onChoose={setLanguage} />
      {step.place === undefined ? null : (
        <Field label={strings.script.of}>
          <Select size="small" value={of} onChange={(_event, { value }) => setOf(value === 'whole' ? 'whole' : 'step')}>
            <option value="step">{strings.script.step}</option>
            <option value="whole">{strings.script.whole}</option>
          </Select>
        </Field>
      )}
      <ScriptFiles script={script} written={written} />
      {written?.kind === 'files' ? (
        <>
          <p className={styles.text}>{strings.script.whoApplies}</p>
          {can('CHECK_AGAIN') ? (
            <Button size="small" className={styles.button} onClick={() => send({ type: 'CHECK_AGAIN' })}>
              {strings.script.checkAgain}
            </Button>
          ) : null}
        </>
      ) : null}
    </div>
  )
}

/** In which language scripts are written. */
export function LanguageField({
  language,
  onChoose,
}: {
  readonly language: ScriptLanguage
  readonly onChoose: (language: ScriptLanguage) => void
}) {
  const strings = useStrings()
  return (
    <Field label={strings.script.language}>
      <Select
        size="small"
        value={language}
        onChange={(_event, { value }) => {
          const chosen = SCRIPT_LANGUAGES.find((each) => each === value)
          if (chosen) onChoose(chosen)
        }}
      >
        {SCRIPT_LANGUAGES.map((each) => (
          <option key={each} value={each}>
            {LANGUAGE_TITLES[each]}
          </option>
        ))}
      </Select>
    </Field>
  )
}
