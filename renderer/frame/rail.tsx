import { makeStyles, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { Icon } from '../parts/icons.tsx'
import { TextButton } from '../parts/link-button.tsx'
import { strings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import { Stepper } from './stepper.tsx'
import { WhoAndWhere } from './who-and-where.tsx'

const useStyles = makeStyles({
  rail: {
    position: 'relative',
    gridArea: 'rail',
    minHeight: 0,
    overflowY: 'auto',
    padding: '20px 16px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: {
    gridArea: 'rail',
    padding: '8px 20px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  where: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '12px', marginBottom: '2px' },
  now: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  all: { marginTop: '12px', maxHeight: '50vh', overflowY: 'auto' },
})

/** Who, where, and how far: beside the page, or above it in one line where there is no room beside it. */
export function Rail({ narrow }: { readonly narrow: boolean }) {
  const styles = useStyles()
  const { view } = useWizard()
  if (narrow) return <NarrowRail />
  return (
    <nav className={styles.rail} aria-label={strings.frame.steps}>
      {view.who ? <WhoAndWhere who={view.who} inOneLine={false} /> : null}
      <Stepper entries={view.stepper} />
    </nav>
  )
}

function NarrowRail() {
  const styles = useStyles()
  const { view } = useWizard()
  const [open, setOpen] = useState(false)
  const listId = useId()
  const now = view.stepper.findIndex(({ state }) => state === 'now')
  const entry = view.stepper[now]
  return (
    <nav className={styles.line} aria-label={strings.frame.steps}>
      <div className={styles.where}>
        <span className={styles.now}>
          {entry ? `${strings.frame.stepOf(now + 1, view.stepper.length)} · ${entry.title}` : strings.closing.eyebrow}
        </span>
        <TextButton expanded={open} controls={listId} onClick={() => setOpen(!open)}>
          {strings.frame.allSteps}
          <Icon name={open ? 'chevronUp' : 'chevronDown'} size={14} />
        </TextButton>
      </div>
      {view.who ? <WhoAndWhere who={view.who} inOneLine /> : null}
      {open ? (
        <div id={listId} className={styles.all}>
          <Stepper entries={view.stepper} />
        </div>
      ) : null}
    </nav>
  )
}
