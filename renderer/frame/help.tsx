import type { StepView } from '#messages/view.ts'
import { Row } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Heading } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import { Guide } from './guide.tsx'
import styles from './help.module.css'
import { HELP_DRAWER } from './use-help.ts'

export function HelpDrawer({ step }: { readonly step: StepView }) {
  const strings = useStrings()
  const {
    openOver,
    help: { open, turn, drawer },
  } = useWizard()
  if (!open) return null
  return (
    <aside
      ref={drawer}
      id={HELP_DRAWER}
      tabIndex={-1}
      className={styles.drawer}
      aria-label={strings.frame.guide}
      onKeyDown={(event) => {
        if (event.key === 'Escape') turn(false)
      }}
    >
      <Row spread="apart">
        <Heading level={2} size="medium">
          {strings.frame.guide}
        </Heading>
        <Row>
          <TextButton onClick={() => openOver('help')}>{strings.desktop.help.title}</TextButton>
          <TextButton onClick={() => turn(false)}>{strings.frame.closeGuide}</TextButton>
        </Row>
      </Row>
      <Guide key={step.id} step={step} />
    </aside>
  )
}
