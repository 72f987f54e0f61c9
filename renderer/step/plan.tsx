import { Fragment, useId, useState } from 'react'
import type { ScriptRequest } from '../../ipc/contract.ts'
import type { FieldChange } from '../../machines/engine/action.ts'
import { ownerOf } from '../../machines/procedure/owners.ts'
import type { ActionView, StepPlanView, StepView } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { BreakableName } from '../primitives/breakable-name.tsx'
import { DataCell, DataDetails, DataRow, DataTable } from '../primitives/data-table.tsx'
import { Chevron } from '../primitives/disclosure.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import { Stack } from '../primitives/layout.tsx'
import { TextButton } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { Heading, Hidden, List, Mono, Name, Note } from '../primitives/text.tsx'
import styles from './plan.module.css'
import { LanguageField } from './script.tsx'
import { ScriptFiles, useLanguage, useScript } from './script-files.tsx'

/** Id of the plan's heading: where Continue sends the focus when changes are still to be applied. */
export const PLAN_HEADING_ID = 'plan-heading'

/** Every change before the first write: what, from what to what, whether it can be taken back, who is cut off, how long, and by whom. */
export function Plan({ step }: { readonly step: Pick<StepView, 'plan' | 'planSummary' | 'later' | 'checkedAt' | 'phase'> }) {
  const strings = useStrings()
  return (
    <>
      <Section heading={strings.plan.heading} headingId={PLAN_HEADING_ID} note={step.planSummary}>
        <PlannedChanges step={step} />
      </Section>
      {(step.phase === 'rechecking' ? [] : step.later).map((each) => (
        <StepPlan key={each.step} heading={strings.plan.later({ number: each.number })} planned={each} reading={String(step.checkedAt)} />
      ))}
    </>
  )
}

/** The changes alone, where what they are about is said around them. */
export function PlannedChanges({ step }: { readonly step: Pick<StepView, 'plan' | 'checkedAt'> }) {
  return <Changes plan={step.plan} of="step" reading={String(step.checkedAt)} />
}

/** What another step than the one on screen would write, as far as it is known. */
export function StepPlan({ heading, planned, reading }: { heading: string; planned: StepPlanView; reading: string }) {
  const strings = useStrings()
  return (
    <Section heading={heading} note={strings.plan.laterNote}>
      <Changes plan={planned.plan} of="whole" reading={reading} />
    </Section>
  )
}

function Changes({
  plan,
  of,
  reading,
}: {
  readonly plan: readonly ActionView[]
  readonly of: ScriptRequest['of']
  readonly reading: string
}) {
  const words = useStrings().plan
  return (
    <DataTable columns={[words.change, words.undo, words.cutOff, words.takes]} wide>
      {plan.map((action) => (
        <Change key={action.key} action={action} of={of} reading={reading} />
      ))}
    </DataTable>
  )
}

interface ChangeProps {
  readonly action: ActionView
  readonly of: ScriptRequest['of']
  readonly reading: string
}

function Change({ action, of, reading }: ChangeProps) {
  const strings = useStrings()
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <>
      <DataRow
        name={
          <>
            <Name>{action.title}</Name>
            <Hidden>
              <BreakableName of={action.resource} after="/" />
            </Hidden>
            <span className={styles.line}>
              <span className={styles.turn}>
                <Hidden>{strings.plan.before}: </Hidden>
                {action.before}
                <span className={styles.arrow}>
                  <Glyph name="arrow" />
                </span>
                <Hidden>{strings.plan.after}: </Hidden>
                {action.after}
              </span>
              <Note>{strings.plan.by({ owner: strings.owners[ownerOf(action.owner)] })}</Note>
              <TextButton
                expanded={open}
                controls={id}
                label={strings.plan.detailsOf({ title: action.title })}
                onClick={() => setOpen(!open)}
              >
                {strings.plan.details}
                <Chevron open={open} />
              </TextButton>
            </span>
          </>
        }
      >
        <DataCell column={strings.plan.undo} serious={action.reversible === 'no'}>
          {action.undo}
        </DataCell>
        <DataCell column={strings.plan.cutOff} serious={action.usersCutOff}>
          {action.usersCutOff ? strings.plan.yes : strings.plan.no}
        </DataCell>
        <DataCell column={strings.plan.takes}>{action.takes}</DataCell>
      </DataRow>
      {open ? (
        <DataDetails id={id} columns={4}>
          <Stack>
            <Fields changes={action.changes} />
            <OwnScript action={action} of={of} reading={reading} />
          </Stack>
        </DataDetails>
      ) : null}
    </>
  )
}

/** As the service writes it, in no language. */
function FieldValue({ of: value }: { readonly of: FieldChange['before'] }) {
  const strings = useStrings()
  return value === null ? strings.plan.absent : <span translate="no">{String(value)}</span>
}

/** What is another afterwards, in the service's own names, by resource. */
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

function OwnScript({ action, of, reading }: ChangeProps) {
  const strings = useStrings()
  const [language, setLanguage] = useLanguage()
  const script: ScriptRequest = { language, of, action: action.key }
  return (
    <>
      <Heading level={3}>{strings.plan.script}</Heading>
      <div className={styles.language}>
        <LanguageField language={language} onChoose={setLanguage} />
      </div>
      <ScriptFiles script={script} written={useScript(script, reading)} />
    </>
  )
}
