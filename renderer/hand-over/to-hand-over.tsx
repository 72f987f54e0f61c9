import { defined } from '#machines/defined.ts'
import type { StepId } from '#machines/procedure/procedure.ts'
import { Button } from '../primitives/button.tsx'
import { Row } from '../primitives/layout.tsx'
import { useWizard } from '../wizard-context.tsx'

/** Link to the handoff page. @param step the one to hand over; absent to open a file */
export function ToHandOver({ label, step }: { readonly label: string; readonly step?: StepId }) {
  const { can, send } = useWizard()
  if (!can('GO_TO_PAGE')) return null
  return (
    <Row>
      <Button onClick={() => send({ type: 'GO_TO_PAGE', page: 'hand-over', ...defined({ step }) })}>{label}</Button>
    </Row>
  )
}
