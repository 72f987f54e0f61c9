import { Fragment, useId, useState } from 'react'
import type { ScriptRequest } from '#contract/contract.ts'
import { defined } from '#machines/defined.ts'
import type { FieldChange } from '#machines/engine/action.ts'
import type { MapElement } from '#machines/procedure/key-map/elements.ts'
import { ownerOf } from '#machines/procedure/owners/owners.ts'
import type { ActionView, StepPlanView, StepView } from '#messages/view.ts'
import { Source } from '../frame/source.tsx'
import { changesOf, useSelection } from '../key-map/selection.tsx'
import { BreakableName } from '../primitives/breakable-name.tsx'
import { Card } from '../primitives/card.tsx'
import { Chevron, Fold } from '../primitives/disclosure.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import { Stack } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { Count, Status } from '../primitives/status.tsx'
import { Heading, List, Mono, Name, Note } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { ChangeRequest } from './change-request.tsx'
import styles from './plan.module.css'
import { LanguageField } from './script.tsx'
import { ScriptFiles, useLanguage, useScript } from './script-files.tsx'

/** ID of the plan's heading: Continue focuses it while changes are pending. */
export const PLAN_HEADING_ID = 'plan-heading'

/** All changes for review before the first write; later impact is folded. */
export function Plan({
  step,
}: {
  readonly step: Pick<StepView, 'plan' | 'planSummary' | 'later' | 'checkedAt' | 'requestable' | 'schedule'>
}) {
  const strings = useStrings()
  const { selected } = useSelection()
  if (selected !== undefined && changesOf(selected, step.plan).length === 0) return null
  return (
    <Section heading={strings.plan.heading} headingId={PLAN_HEADING_ID}>
      <Card>
        <Fold label={step.planSummary} unfolded>
          <PlannedChanges step={step} {...defined({ only: selected })} />
        </Fold>
        {step.later.map((each) => (
          <Fold key={each.step} label={strings.plan.later({ number: each.number })} aside={strings.plan.laterNote}>
            <Changes plan={each.plan} of="whole" reading={String(step.checkedAt)} />
          </Fold>
        ))}
        {step.requestable ? <ChangeRequest at={step.schedule?.at} /> : null}
      </Card>
    </Section>
  )
}

/** Only the changes; the caller adds the context. @param only those of one part of the map */
export function PlannedChanges({ step, only }: { readonly step: Pick<StepView, 'plan' | 'checkedAt'>; readonly only?: MapElement }) {
  return <Changes plan={changesOf(only, step.plan)} of="step" reading={String(step.checkedAt)} />
}

/** Changes of another step, as far as known, folded. */
export function StepPlan({ label, planned, reading }: { label: string; planned: StepPlanView; reading: string }) {
  return (
    <Fold label={label}>
      <Changes plan={planned.plan} of="whole" reading={reading} />
    </Fold>
  )
}

function Changes({ plan, of, reading }: Omit<ChangeProps, 'action' | 'number'> & { readonly plan: readonly ActionView[] }) {
  const strings = useStrings()
  const { change, undo, time } = strings.plan
  return (
    <div>
      {/* For sighted users; each change repeats it in words. */}
      <div className={styles.columns} aria-hidden="true">
        <span>{change}</span>
        <span>{undo}</span>
        <span>{time}</span>
      </div>
      {byOwner(plan).map(({ owner, from, actions }) => (
        <div key={from} className={styles.owner}>
          <p className={styles.head}>
            <Glyph name="person" />
            {strings.owners[ownerOf(owner)]}
            <Count tone="neutral" count={actions.length} />
          </p>
          <ol start={from + 1}>
            {actions.map((action, index) => (
              <Change key={action.key} action={action} number={from + index + 1} of={of} reading={reading} />
            ))}
          </ol>
        </div>
      ))}
    </div>
  )
}

interface OwnersPart {
  readonly owner: ActionView['owner']
  readonly from: number
  readonly actions: ActionView[]
}

/** Owners can repeat, because the order is that of the work. */
function byOwner(plan: readonly ActionView[]): readonly OwnersPart[] {
  const parts: OwnersPart[] = []
  for (const [from, action] of plan.entries()) {
    const last = parts.at(-1)
    if (last?.owner === action.owner) last.actions.push(action)
    else parts.push({ owner: action.owner, from, actions: [action] })
  }
  return parts
}

interface ChangeProps {
  readonly action: ActionView
  readonly number: number
  readonly of: ScriptRequest['of']
  readonly reading: string
}

/** A change: what, where, reversibility, duration. The rest unfolds. */
function Change({ action, number, of, reading }: ChangeProps) {
  const strings = useStrings()
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <li className={styles.change} data-number={number}>
      <span className={styles.what}>
        <Name>{action.title}</Name>
      </span>
      <span className={styles.undo}>
        {action.usersCutOff ? (
          <Status tone="danger" glyph="offline">
            {strings.plan.offline}
          </Status>
        ) : null}
        {action.reversible === 'no' || action.undoShort !== undefined ? (
          <Status tone="danger" glyph="lock" long>
            {action.undoShort ?? strings.plan.undoShort.no}
          </Status>
        ) : (
          <Note>{strings.plan.undoShort[action.reversible]}</Note>
        )}
      </span>
      <span className={styles.takes}>
        <Note>{action.takes}</Note>
      </span>
      <TextButton expanded={open} controls={id} label={strings.plan.detailsOf({ title: action.title })} onClick={() => setOpen(!open)}>
        <Chevron open={open} />
      </TextButton>
      {open ? (
        <div id={id} className={styles.details}>
          <Facts look="narrow">
            <Fact term={strings.plan.before}>{action.before}</Fact>
            <Fact term={strings.plan.after}>{action.after}</Fact>
            <Fact term={strings.plan.undo}>{action.undo}</Fact>
            {action.sources.length === 0 ? null : (
              <Fact term={strings.plan.sources}>
                <List>
                  {action.sources.map((source) => (
                    <li key={`${source.id} ${source.heading ?? ''}`}>
                      <Source source={source} />
                    </li>
                  ))}
                </List>
              </Fact>
            )}
          </Facts>
          <Stack>
            <Fields changes={action.changes} />
            <OwnScript action={action} of={of} reading={reading} />
          </Stack>
        </div>
      ) : null}
    </li>
  )
}

/** The service's literal, untranslated. */
function FieldValue({ of: value }: { readonly of: FieldChange['before'] }) {
  const strings = useStrings()
  return value === null ? strings.plan.absent : <span translate="no">{String(value)}</span>
}

function Fields({ changes }: { readonly changes: readonly FieldChange[] }) {
  const strings = useStrings()
  const resources = [...new Set(changes.map(({ resourceId }) => resourceId))]
  return (
    <>
      <Heading level={3}>{strings.plan.fields}</Heading>
      {resources.map((resource) => (
        <Fragment key={resource}>
          <Mono>
            <BreakableName of={resource} after="/" />
          </Mono>
          <List>
            {changes
              .filter(({ resourceId }) => resourceId === resource)
              .map((change) => (
                <li key={change.field}>
                  <Mono>{change.field}</Mono>: <FieldValue of={change.before} /> →{' '}
                  {change.chosenByService ? strings.plan.chosen : <FieldValue of={change.after} />}
                  {change.mayStay ? ` (${strings.plan.mayStay})` : ''}
                </li>
              ))}
          </List>
        </Fragment>
      ))}
      <Note as="p">{strings.plan.nothingElse}</Note>
    </>
  )
}

function OwnScript({ action, of, reading }: Omit<ChangeProps, 'number'>) {
  const strings = useStrings()
  const [language, setLanguage] = useLanguage()
  const script: ScriptRequest = { language, of, action: action.key }
  const written = useScript(script, reading)
  return (
    <>
      <Heading level={3}>{strings.plan.script}</Heading>
      <div className={styles.language}>
        <LanguageField language={language} onChoose={setLanguage} />
      </div>
      <ScriptFiles script={script} written={written} />
    </>
  )
}
