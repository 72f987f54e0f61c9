import { ownerOf } from '../../machines/procedure/owners.ts'
import type { PreflightView } from '../../messages/view.ts'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { useStrings, useTimes } from '../language.tsx'
import { EnvironmentPicker } from '../pickers/environment-picker.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Card } from '../primitives/card.tsx'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Spaced } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { Text } from '../primitives/text.tsx'
import { FindingList } from '../step/finding-card.tsx'
import { Settled } from '../step/findings.tsx'
import { StepPlan } from '../step/plan.tsx'
import { Problem } from '../step/problem.tsx'
import { readingNote } from '../step/reading-note.ts'
import { RefusedAudiences } from '../step/refused-audiences.tsx'
import { Skeleton } from '../step/skeleton.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
import { PageEyebrow, PageLead, PageTitle } from './page-title.tsx'

/** All findings of all four steps, by who can put them right. */
export function PreflightPage({ preflight }: { readonly preflight: PreflightView }) {
  const strings = useStrings()
  const heading = useHeadingFocus('preflight')
  const { problem, chosen, environments } = preflight
  return (
    <>
      <PageEyebrow>{strings.prepare.title}</PageEyebrow>
      <PageTitle ref={heading}>{strings.preflight.title}</PageTitle>
      <PageLead>{strings.preflight.lead}</PageLead>
      {problem ? (
        <Spaced>
          <Problem problem={problem} />
        </Spaced>
      ) : null}
      <RefusedAudiences unfolded={false} />
      {chosen === undefined && environments.length > 0 ? <EnvironmentPicker picture={{ kind: 'environments', environments }} /> : null}
      <Outcome preflight={preflight} />
      {preflight.groups.map((group) => (
        <Group key={group.owner} group={group} />
      ))}
      {preflight.plans.map((each) => (
        <StepPlan
          key={each.step}
          heading={strings.preflight.planned({ number: each.number, title: each.title })}
          planned={each}
          reading={String(preflight.checkedAt)}
        />
      ))}
      {preflight.settled.length === 0 ? null : (
        <Section heading={strings.preflight.settled}>
          <Card>
            <Settled findings={preflight.settled} others={preflight.groups.length > 0} />
          </Card>
        </Section>
      )}
    </>
  )
}

function Outcome({ preflight: { reading, checkedAt, groups, chosen, assumed, changes } }: { readonly preflight: PreflightView }) {
  const strings = useStrings()
  const times = useTimes()
  const { can, send } = useWizard()
  const now = useNow()
  const again =
    can('CHECK_AGAIN') && !reading ? (
      <TextButton onClick={() => send({ type: 'CHECK_AGAIN' })}>{strings.preflight.checkAll}</TextButton>
    ) : undefined
  // A warning needs nobody before the steps.
  const inTheWay = groups.map(({ findings }) => findings.filter(({ status }) => status !== 'warning').length).filter((each) => each > 0)
  const count = inTheWay.reduce((sum, each) => sum + each, 0)
  return (
    <Section
      heading={strings.findings.heading}
      note={checkedAt === undefined ? strings.findings.reading : readingNote(strings, times, checkedAt, reading, now)}
      busy={reading}
      action={again}
    >
      {reading && checkedAt === undefined ? <Skeleton /> : null}
      {assumed ? <Text>{strings.preflight.assumed(assumed)}</Text> : null}
      {changes === '' || reading ? null : <Text>{strings.preflight.changes({ summary: changes })}</Text>}
      {reading || checkedAt === undefined ? null : (
        <Callout tone={count === 0 && chosen !== undefined ? 'success' : 'info'}>
          {chosen === undefined ? strings.preflight.notChosen : strings.preflight.outcome({ findings: count, people: inTheWay.length })}
        </Callout>
      )}
    </Section>
  )
}

function Group({ group: { owner, findings, message } }: { readonly group: PreflightView['groups'][number] }) {
  const strings = useStrings()
  return (
    <Section
      heading={strings.owners[ownerOf(owner)]}
      note={strings.preflight.count({ findings: findings.length })}
      action={
        owner === 'you' ? undefined : (
          <CopyButton
            text={`${message.subject}\n\n${message.body}`}
            of={strings.findings.messageOf}
            label={strings.findings.copyMessage[ownerOf(owner)]}
          />
        )
      }
    >
      <FindingList findings={findings} />
    </Section>
  )
}
