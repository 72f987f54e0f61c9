import { Button } from '@fluentui/react-components'
import type { FindingView } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { Card } from '../primitives/card.tsx'
import { Fold } from '../primitives/disclosure.tsx'
import { Row } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import { type StateLook, Status } from '../primitives/status.tsx'
import { FindingCard } from '../step/finding-card.tsx'
import { eventOf, isAccepted } from '../step/offers.ts'
import { useWizard } from '../wizard-context.tsx'
import styles from './protections.module.css'

type Standing = 'on' | 'inPlan' | 'off'

const LOOKS: Readonly<Record<Standing, StateLook>> = {
  on: { tone: 'success', glyph: 'verified' },
  inPlan: { tone: 'brand', glyph: 'planned' },
  off: { tone: 'neutral', glyph: 'missing' },
}

/** A protection that can be requested is missing, even where that is fine. */
function standingOf({ status, planned, offer }: FindingView): Standing {
  if (planned && status !== 'pass') return 'inPlan'
  const isOffered = offer?.event === 'DECIDE' && 'wanted' in offer.decision && offer.decision.wanted === true
  return status === 'pass' && !isOffered ? 'on' : 'off'
}

/** Protections of the key, a line each: state, a button to plan it, details. */
export function Protections({ findings }: { readonly findings: readonly FindingView[] }) {
  const words = useStrings().operations
  if (findings.length === 0) return null
  const count = (standing: Standing) => findings.filter((finding) => standingOf(finding) === standing).length
  return (
    <Section heading={words.protections} note={words.protectionsNote({ on: count('on'), of: findings.length, planned: count('inPlan') })}>
      <Card>
        {findings.map((finding) => (
          <Protection key={finding.key} finding={finding} />
        ))}
      </Card>
    </Section>
  )
}

function Protection({ finding }: { readonly finding: FindingView }) {
  const words = useStrings().operations
  const { view, send } = useWizard()
  const standing = standingOf(finding)
  const { offer, ...shown } = finding
  const label = (
    <span className={styles.line}>
      <Status {...LOOKS[standing]}>{words[standing]}</Status> {finding.title}
    </span>
  )
  const button =
    offer && isAccepted(view, offer) ? (
      <Button size="small" aria-label={words.offerOf({ offer: offer.title, title: finding.title })} onClick={() => send(eventOf(offer))}>
        {offer.title}
      </Button>
    ) : null
  return (
    <Fold label={label} aside={<Row>{button}</Row>}>
      <ul className={styles.finding}>
        <FindingCard finding={shown} opened />
      </ul>
    </Fold>
  )
}
