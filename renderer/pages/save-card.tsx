import { useFormatter } from '../language.tsx'
import { Button } from '../primitives/button.tsx'
import { Row } from '../primitives/layout.tsx'
import { ActionCard } from '../step/task-card.tsx'
import { useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import { useSaveReport } from './use-save-report.ts'

/** Tasks after verification: the report, then the key. */
export function SaveCard() {
  const { closing: words, operations, footer } = useStrings()
  const { view, can, send } = useWizard()
  const { locale } = useFormatter()
  const { save, saving, outcome } = useSaveReport()
  const isSaved = outcome !== undefined && outcome.tone !== 'danger'
  return (
    <ActionCard
      sentence={isSaved ? words.saved : words.save}
      text={outcome?.text}
      actions={
        <Row>
          {view.practice && can('CLOSE_TENANT') ? <Button onClick={() => send({ type: 'CLOSE_TENANT' })}>{footer.another}</Button> : null}
          <Button appearance={isSaved ? 'primary' : 'secondary'} onClick={() => send({ type: 'GO_TO_PAGE', page: 'operations' })}>
            {operations.title}
          </Button>
          <Button appearance={isSaved ? 'secondary' : 'primary'} disabledFocusable={saving} onClick={() => void save('html', locale)}>
            {words.saveReport}
          </Button>
        </Row>
      }
    />
  )
}
