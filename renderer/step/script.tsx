import { useId, useState } from 'react'
import type { ScriptRequest } from '#contract/contract.ts'
import { LANGUAGE_TITLES, SCRIPT_LANGUAGES, type ScriptLanguage } from '#machines/procedure/script-languages.ts'
import type { StepView } from '#messages/view.ts'
import { Button } from '../primitives/button.tsx'
import { SelectField } from '../primitives/fields.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { Text } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import { ScriptFiles, useLanguage, useScript } from './script-files.tsx'

/** The changes as a script, of this step or of all. */
export function Script({ step }: { readonly step: Pick<StepView, 'id' | 'place' | 'phase' | 'picture' | 'plan' | 'checkedAt'> }) {
  const strings = useStrings()
  const { can, send } = useWizard()
  const [language, setLanguage] = useLanguage()
  const isForEach = step.picture.kind === 'targets'
  const [of, setOf] = useState<ScriptRequest['of']>(isForEach && step.phase === 'choosing' ? 'whole' : 'step')
  const id = useId()
  const script: ScriptRequest = { language, of }
  const written = useScript(script, `${step.id} ${step.checkedAt} ${step.plan.length}`)
  return (
    <Stack>
      <LanguageField language={language} onChoose={setLanguage} />
      {step.place === undefined && !isForEach ? null : (
        <SelectField
          id={id}
          label={strings.script.of}
          value={of}
          onChange={(value) => setOf(value === 'whole' ? 'whole' : 'step')}
          options={[
            { value: 'step', label: isForEach ? strings.script.thisEnvironment : strings.script.step },
            { value: 'whole', label: isForEach ? strings.script.allEnvironments : strings.script.whole },
          ]}
        />
      )}
      <ScriptFiles script={script} written={written} nothing={strings.script.nothing[isForEach && of === 'whole' ? 'each' : of]} />
      {written?.kind === 'files' ? (
        <>
          <Text>{strings.script.whoApplies}</Text>
          {can('CHECK_AGAIN') ? (
            <Row>
              <Button size="small" onClick={() => send({ type: 'CHECK_AGAIN' })}>
                {strings.script.checkAgain}
              </Button>
            </Row>
          ) : null}
        </>
      ) : null}
    </Stack>
  )
}

export function LanguageField({
  language,
  onChoose,
}: {
  readonly language: ScriptLanguage
  readonly onChoose: (language: ScriptLanguage) => void
}) {
  const strings = useStrings()
  const id = useId()
  return (
    <SelectField
      id={id}
      label={strings.script.language}
      value={language}
      onChange={(value) => {
        const chosen = SCRIPT_LANGUAGES.find((each) => each === value)
        if (chosen) onChoose(chosen)
      }}
      options={SCRIPT_LANGUAGES.map((each) => ({ value: each, label: LANGUAGE_TITLES[each] }))}
    />
  )
}
