import type { FindingView, StepPicture } from '#messages/view.ts'
import { Button } from '../primitives/button.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Card } from '../primitives/card.tsx'
import { Choice } from '../primitives/choice.tsx'
import { Group } from '../primitives/group.tsx'
import { Row, Spaced, Stack } from '../primitives/layout.tsx'
import { Section } from '../primitives/section.tsx'
import type { StateLook } from '../primitives/status.tsx'
import { Name, Points } from '../primitives/text.tsx'
import { FindingLine } from '../step/finding-line.tsx'
import { eventOf, isAccepted } from '../step/offers.ts'
import { useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'

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
  const button =
    offer && isAccepted(view, offer) ? (
      <Button size="small" aria-label={words.offerOf({ offer: offer.title, title: finding.title })} onClick={() => send(eventOf(offer))}>
        {offer.title}
      </Button>
    ) : null
  return <FindingLine finding={shown} state={{ ...LOOKS[standing], word: words[standing] }} aside={<Row>{button}</Row>} />
}

type ProtectionPicture = Extract<StepPicture, { kind: 'protection' }>

/** Protections that a template or pilot proposes. The button only adds them to the plan. */
export function ProposedProtections({ picture: { proposed } }: { readonly picture: ProtectionPicture }) {
  const { planProposed } = useStrings().operations
  const { decide, view } = useWizard()
  if (!proposed || !view.decisions.includes('wish-protections')) return null
  const { from, what, toChoose, decision } = proposed
  return (
    <Spaced>
      <Callout tone="info">
        <Stack gap="even">
          <Name>{from}</Name>
          <Points items={[...what, ...toChoose]} />
          {decision === undefined ? null : (
            <Row>
              <Button onClick={() => decide(decision)}>{planProposed({ count: what.length })}</Button>
            </Row>
          )}
        </Stack>
      </Callout>
    </Spaced>
  )
}

/** Possible workspaces for the audit log. A choice counts at once, but is only planned. */
export function Workspaces({ picture: { workspaces, workspaceId } }: { readonly picture: ProtectionPicture }) {
  const { workspaces: heading, workspace, noWorkspace, noWorkspaceText } = useStrings().operations
  const { decide, view } = useWizard()
  if (workspaces.length === 0 || !view.decisions.includes('wish-audit-log')) return null
  return (
    <Section heading={heading}>
      <Group name={workspace} inOneColumn>
        <Choice
          group="workspace"
          value=""
          title={noWorkspace}
          text={noWorkspaceText}
          chosen={workspaceId === undefined}
          onChoose={() => decide({ kind: 'wish-audit-log' })}
        />
        {workspaces.map(({ id, name, location }) => (
          <Choice
            key={id}
            group="workspace"
            value={id}
            title={name}
            text={location}
            chosen={workspaceId === id}
            onChoose={() => decide({ kind: 'wish-audit-log', workspaceId: id })}
          />
        ))}
      </Group>
    </Section>
  )
}
