import { defined } from '#machines/defined.ts'
import { PAGE_FORMATS } from '#machines/engine/report-formats.ts'
import { useWrittenIn, WrittenInField, writtenIn } from '../pickers/written-in.tsx'
import { Button } from '../primitives/button.tsx'
import { Fold } from '../primitives/disclosure.tsx'
import { Row, Stack } from '../primitives/layout.tsx'
import { Note } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useSavedFile } from '../use-saved-file.tsx'
import { useWizard } from '../wizard-context.tsx'
import { useTold } from './told.ts'

/** The plan for approvers, folded. @param start the one being chosen @param at of the start that it is for, if there is one */
export function ChangeRequest({
  start,
  at = start?.from,
}: {
  readonly start?: { readonly from: number; readonly timeZone: string } | undefined
  readonly at?: number | undefined
}) {
  const { changeRequest: words, evidence } = useStrings()
  const { bridge } = useWizard()
  const [language, setLanguage] = useWrittenIn()
  const [save, outcome] = useSavedFile()
  const [, did] = useTold(at)
  const saveAs = async (format: (typeof PAGE_FORMATS)[number]) => {
    if (await save(bridge.call('change-request:save', { format, ...defined({ start }), ...writtenIn(language) }))) did('request')
  }
  return (
    <Fold inset label={words.heading}>
      <Stack>
        <Note as="p">{words.what}</Note>
        <WrittenInField label={words.language} language={language} onChoose={setLanguage} />
        <Row>
          {PAGE_FORMATS.map((format) => (
            <Button key={format} size="small" onClick={() => void saveAs(format)}>
              {evidence.formats[format].button}
            </Button>
          ))}
        </Row>
        {outcome}
      </Stack>
    </Fold>
  )
}
