import { ownerOf } from '../../machines/procedure/owners.ts'
import type { PreflightView } from '../../messages/view.ts'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { useStrings, useTimes } from '../language.tsx'
import { EnvironmentPicker } from '../pickers/environment-picker.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Card } from '../primitives/card.tsx'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Fold } from '../primitives/disclosure.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import { Spaced } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { Count, Status } from '../primitives/status.tsx'
import { Heading, Text } from '../primitives/text.tsx'
import { FindingCard } from '../step/finding-card.tsx'
import { findingState } from '../step/finding-state.ts'
import { Settled } from '../step/findings.tsx'
import { StepPlan } from '../step/plan.tsx'
import { Problem } from '../step/problem.tsx'
import { readingNote } from '../step/reading-note.ts'
import { RefusedAudiences } from '../step/refused-audiences.tsx'
import { Skeleton } from '../step/skeleton.tsx'
import { useNow, useWizard } from '../wizard-context.tsx'
import { PageEyebrow, PageLead, PageTitle } from './page-title.tsx'
import styles from './preflight-page.module.css'

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
      <Found preflight={preflight} />
      {preflight.plans.length === 0 || preflight.reading ? null : (
        <Section heading={strings.plan.heading} note={preflight.changes}>
          <Card>
            {preflight.plans.map((each) => (
              <StepPlan
                key={each.step}
                label={strings.preflight.planned({ number: each.number, title: each.title })}
                planned={each}
                reading={String(preflight.checkedAt)}
              />
            ))}
          </Card>
        </Section>
      )}
    </>
  )
}

/** What was found, by who can resolve it: a line each, which opens to what to do. */
function Found({ preflight: { reading, checkedAt, groups, settled, chosen, assumed } }: { readonly preflight: PreflightView }) {
  const strings = useStrings()
  const times = useTimes()
  const { can, send } = useWizard()
  const now = useNow()
  const again =
    can('CHECK_AGAIN') && !reading ? (
      <TextButton onClick={() => send({ type: 'CHECK_AGAIN' })}>{strings.preflight.checkAll}</TextButton>
    ) : undefined
  return (
    <Section
      heading={strings.findings.heading}
      note={checkedAt === undefined ? strings.findings.reading : readingNote(strings, times, checkedAt, reading, now)}
      busy={reading}
      action={again}
    >
      {reading && checkedAt === undefined ? <Skeleton /> : null}
      {assumed ? <Text>{strings.preflight.assuming(assumed)}</Text> : null}
      {reading || checkedAt === undefined || (chosen !== undefined && groups.length > 0) ? null : (
        <Callout tone={chosen === undefined ? 'info' : 'success'}>
          {chosen === undefined ? strings.preflight.notChosen : strings.preflight.nothing}
        </Callout>
      )}
      {groups.length === 0 && settled.length === 0 ? null : (
        <Card>
          {groups.map((group) => (
            <Group key={group.owner} group={group} />
          ))}
          {settled.length === 0 ? null : <Settled findings={settled} />}
        </Card>
      )}
    </Section>
  )
}

function Group({ group: { owner, findings, message } }: { readonly group: PreflightView['groups'][number] }) {
  const strings = useStrings()
  return (
    <div>
      <div className={styles.owner}>
        <Glyph name="person" />
        <Heading level={3}>{strings.owners[ownerOf(owner)]}</Heading>
        <Count tone="neutral" count={findings.length} />
        {owner === 'you' ? null : (
          <span className={styles.message}>
            <CopyButton
              text={`${message.subject}\n\n${message.body}`}
              of={strings.findings.messageOf}
              label={strings.findings.copyMessage[ownerOf(owner)]}
            />
          </span>
        )}
      </div>
      {findings.map((finding) => (
        <Line key={finding.key} finding={finding} />
      ))}
    </div>
  )
}

function Line({ finding }: { readonly finding: PreflightView['groups'][number]['findings'][number] }) {
  const strings = useStrings()
  const { word, tone, glyph } = findingState(finding, strings.findings.pills)
  const label = (
    <span className={styles.line}>
      <Status tone={tone} glyph={glyph}>
        {word}
      </Status>{' '}
      {finding.title}
    </span>
  )
  return (
    <Fold label={label} aside={strings.preflight.step({ number: finding.step })}>
      <ul className={styles.finding}>
        <FindingCard finding={finding} grouped />
      </ul>
    </Fold>
  )
}
