import { type FormEvent, useState } from 'react'
import { ownerOf } from '#machines/procedure/owners/owners.ts'
import { validateEnvironmentId } from '#machines/procedure/steps/policy/names.ts'
import type { PreflightView } from '#messages/view.ts'
import { seesNoEnvironment } from '../frame/page-actions.ts'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { useFormatter, useTimes } from '../language.tsx'
import { EnvironmentPicker } from '../pickers/environment-picker.tsx'
import { Button } from '../primitives/button.tsx'
import { Callout } from '../primitives/callout.tsx'
import { Card } from '../primitives/card.tsx'
import { CopyButton } from '../primitives/copy-button.tsx'
import { TextField } from '../primitives/fields.tsx'
import { Filters } from '../primitives/filters.tsx'
import { Row, Spaced, Stack } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { Text } from '../primitives/text.tsx'
import { FindingLine } from '../step/finding-line.tsx'
import { Settled } from '../step/findings.tsx'
import { StepPlan } from '../step/plan.tsx'
import { Problem } from '../step/problem.tsx'
import { readingNote } from '../step/reading-note.ts'
import { RefusedAudiences } from '../step/refused-audiences.tsx'
import { Skeleton } from '../step/skeleton.tsx'
import { ActionCard } from '../step/task-card.tsx'
import { useStrings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'
import { PageEyebrow, PageTitle } from './page-title.tsx'
import styles from './preflight-page.module.css'

/** Findings of all four steps, sorted by severity, person, step. */
export function PreflightPage({ preflight }: { readonly preflight: PreflightView }) {
  const strings = useStrings()
  const heading = useHeadingFocus('preflight')
  const { problem, unlisted, chosen, environments, reading, findings } = preflight
  const words = strings.preflight
  const sentence = reading
    ? strings.findings.reading
    : chosen !== undefined
      ? words.found({ count: findings.length })
      : environments.length > 0
        ? words.choose
        : seesNoEnvironment(preflight)
          ? words.noneSeen
          : problem || unlisted
            ? words.unlisted
            : words.notChosen
  return (
    <>
      <PageEyebrow>{strings.prepare.title}</PageEyebrow>
      <PageTitle ref={heading}>{strings.preflight.title}</PageTitle>
      <ActionCard sentence={sentence} text={chosen === undefined ? strings.preflight.lead : undefined} />
      {problem ? (
        <Spaced>
          <Problem problem={problem} />
        </Spaced>
      ) : null}
      {unlisted && !problem && !reading ? (
        <Spaced>
          <Problem problem={unlisted} />
        </Spaced>
      ) : null}
      <RefusedAudiences unfolded={false} />
      {chosen === undefined && environments.length > 0 ? <EnvironmentPicker picture={{ kind: 'environments', environments }} /> : null}
      {chosen === undefined && environments.length === 0 && !reading ? <TypedEnvironment /> : null}
      <Found preflight={unlisted ? { ...preflight, settled: [] } : preflight} />
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

/** Environment by ID, if the account sees none: the key's side can still be checked. */
function TypedEnvironment() {
  const strings = useStrings()
  const { text } = useFormatter()
  const { can, send } = useWizard()
  const [typed, setTyped] = useState('')
  const [pressed, setPressed] = useState(false)
  const id = typed.trim()
  const broken = validateEnvironmentId(id)
  if (!can('CHOOSE_ENVIRONMENT')) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setPressed(true)
    if (broken === undefined) send({ type: 'CHOOSE_ENVIRONMENT', environmentId: id })
  }
  return (
    <Spaced>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextField
            id="environment-id"
            label={strings.preflight.environmentId}
            value={typed}
            wide
            onChange={setTyped}
            broken={pressed && broken ? text(broken) : undefined}
          />
          <Row>
            <Button type="submit">{strings.footer.checkEnvironment}</Button>
          </Row>
        </Stack>
      </form>
    </Spaced>
  )
}

function Found({ preflight }: { readonly preflight: PreflightView }) {
  const { reading, checkedAt, oldSince, findings, settled, chosen, assumed, unlisted } = preflight
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
      note={
        checkedAt === undefined
          ? strings.findings.reading
          : oldSince !== undefined && !reading
            ? strings.keyMap.checkedBefore({ at: times.moment(checkedAt, now) })
            : readingNote(strings, times, checkedAt, reading, now)
      }
      busy={reading}
      action={again}
    >
      {reading && checkedAt === undefined ? <Skeleton /> : null}
      {reading || unlisted || checkedAt === undefined || oldSince !== undefined || (chosen !== undefined && findings.length > 0) ? null : (
        <Callout tone={chosen === undefined ? 'info' : 'success'}>
          {chosen === undefined ? strings.preflight.notChosen : strings.preflight.nothing}
        </Callout>
      )}
      {findings.length === 0 && settled.length === 0 ? null : <Lines preflight={preflight} />}
      {assumed ? <Text>{strings.preflight.assuming(assumed)}</Text> : null}
    </Section>
  )
}

function Lines({ preflight: { findings, owners, settled } }: { readonly preflight: PreflightView }) {
  const strings = useStrings()
  const [wanted, setWanted] = useState('all')
  // The filter ends when the person has no findings left.
  const of = owners.length === 1 ? owners[0] : owners.find(({ owner }) => owner === wanted)
  const shown = of === undefined ? findings : findings.filter(({ owner }) => owner === of.owner)
  const people = owners.map(({ owner, count }) => ({ value: owner, label: strings.owners[ownerOf(owner)], count }))
  return (
    <>
      {owners.length === 0 ? null : (
        <div className={styles.people}>
          {owners.length === 1 ? null : (
            <Filters
              legend={strings.preflight.byPerson}
              choices={[{ value: 'all', label: strings.preflight.everyone, count: findings.length }, ...people]}
              chosen={of?.owner ?? 'all'}
              onChoose={setWanted}
            />
          )}
          {of === undefined || of.owner === 'you' ? null : (
            <CopyButton
              text={`${of.message.subject}\n\n${of.message.body}`}
              of={strings.findings.messageOf}
              label={strings.findings.copyMessage[ownerOf(of.owner)]}
            />
          )}
        </div>
      )}
      <Card>
        {shown.map((finding) => (
          <FindingLine
            key={finding.key}
            finding={finding}
            aside={strings.preflight.ownerAndStep({ owner: strings.owners[ownerOf(finding.owner)], number: finding.step })}
          />
        ))}
        {settled.length === 0 ? null : <Settled findings={settled} />}
      </Card>
    </>
  )
}
