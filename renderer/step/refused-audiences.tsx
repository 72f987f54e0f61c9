import { useId, useState } from 'react'
import type { WizardView } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { Callout } from '../parts/callout.tsx'
import { Icon } from '../parts/icons.tsx'
import { TextButton } from '../parts/link-button.tsx'
import { Pill } from '../parts/pill.tsx'
import { Section } from '../parts/section.tsx'
import { useWizard } from '../wizard-context.tsx'
import styles from './refused-audiences.module.css'
import { ServiceWords } from './service-words.tsx'

type Refused = WizardView['refusedAudiences'][number]

/**
 * Services that gave no access at sign-in, each by name. What to do is unfolded where it is met first and a press away afterwards,
 * so that the page below stays in sight.
 */
export function RefusedAudiences({ unfolded }: { readonly unfolded: boolean }) {
  const words = useStrings().refused
  const { refusedAudiences } = useWizard().view
  if (refusedAudiences.length === 0) return null
  return (
    <Section heading={words.heading({ services: refusedAudiences.length })} note={words.note}>
      <ul className={styles.list}>
        {refusedAudiences.map((refused) => (
          <RefusedAudience key={refused.audience} refused={refused} unfolded={unfolded} />
        ))}
      </ul>
    </Section>
  )
}

function RefusedAudience({ refused: { problem }, unfolded }: { readonly refused: Refused; readonly unfolded: boolean }) {
  const strings = useStrings()
  const words = useStrings().refused
  const [open, setOpen] = useState(unfolded)
  const id = useId()
  return (
    <li>
      <Callout tone="warning">
        <div className={styles.head}>
          <h3 className={styles.title}>{problem.title}</h3>
          <Pill tone="neutral">{strings.owners[problem.owner]}</Pill>
        </div>
        <TextButton expanded={open} controls={id} onClick={() => setOpen(!open)}>
          {open ? words.hide : words.show}
          <Icon name={open ? 'chevronUp' : 'chevronDown'} size={14} />
        </TextButton>
        {open ? (
          <div id={id}>
            <p className={styles.line}>{problem.meaning}</p>
            <p className={styles.line}>{problem.remedy}</p>
            {problem.refusal ? <ServiceWords refusal={problem.refusal} /> : null}
          </div>
        ) : null}
      </Callout>
    </li>
  )
}
