import { Fragment, useId, useState } from 'react'
import type { ScriptRequest } from '../../ipc/contract.ts'
import type { FieldChange } from '../../machines/engine/action.ts'
import type { ActionView, StepPlanView, StepView } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { BreakableName } from '../parts/breakable-name.tsx'
import { classNames } from '../parts/class-names.ts'
import { Icon } from '../parts/icons.tsx'
import { TextButton } from '../parts/link-button.tsx'
import { Section } from '../parts/section.tsx'
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
        <Changes plan={step.plan} of="step" reading={String(step.checkedAt)} />
      </Section>
      {/* Not between the changes and the question whether to apply them. */}
      {(step.phase === 'reviewing' ? step.later : []).map((each) => (
        <StepPlan key={each.step} heading={strings.plan.later({ number: each.number })} planned={each} reading={String(step.checkedAt)} />
      ))}
    </>
  )
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
  const strings = useStrings()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={classNames(styles.head, styles.change)}>
            {strings.plan.change}
          </th>
          <th scope="col" className={classNames(styles.head, styles.undo)}>
            {strings.plan.undo}
          </th>
          <th scope="col" className={classNames(styles.head, styles.cutOff)}>
            {strings.plan.cutOff}
          </th>
          <th scope="col" className={styles.head}>
            {strings.plan.takes}
          </th>
        </tr>
      </thead>
      <tbody>
        {plan.map((action) => (
          <Change key={action.key} action={action} of={of} reading={reading} />
        ))}
      </tbody>
    </table>
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
      <tr>
        <th scope="row" className={styles.cell}>
          <span className={styles.title}>{action.title}</span>
          <span className={styles.resource}>
            <BreakableName of={action.resource} after="/" />
          </span>
          <span className={styles.turn}>
            <span className={styles.hidden}>{strings.plan.before}: </span>
            {action.before}
            <span className={styles.arrow}>
              <Icon name="plan" size={12} />
            </span>
            <span className={styles.hidden}>{strings.plan.after}: </span>
            {action.after}
          </span>
          <span className={styles.by}>{strings.plan.by({ owner: strings.owners[action.owner] })}</span>
          <TextButton expanded={open} controls={id} label={strings.plan.detailsOf({ title: action.title })} onClick={() => setOpen(!open)}>
            {strings.plan.details}
            <Icon name={open ? 'chevronUp' : 'chevronDown'} size={14} />
          </TextButton>
        </th>
        <td className={classNames(styles.cell, action.reversible === 'no' && styles.serious)}>{action.undo}</td>
        <td className={classNames(styles.cell, action.usersCutOff && styles.serious)}>
          {action.usersCutOff ? strings.plan.yes : strings.plan.no}
        </td>
        <td className={styles.cell}>{action.takes}</td>
      </tr>
      {open ? (
        <tr>
          <td id={id} colSpan={4} className={styles.details}>
            <Fields changes={action.changes} />
            <OwnScript action={action} of={of} reading={reading} />
          </td>
        </tr>
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
      <h3 className={styles.detailsHeading}>{strings.plan.fields}</h3>
      {resources.map((resource) => (
        <Fragment key={resource}>
          <p className={styles.resourceId}>
            <BreakableName of={resource} after="/" />
          </p>
          <ul className={styles.fields}>
            {changes
              .filter(({ resourceId }) => resourceId === resource)
              .map((change) => (
                <li key={change.field}>
                  <code className={styles.field} translate="no">
                    {change.field}
                  </code>
                  : <FieldValue of={change.before} /> → {change.chosenByService ? strings.plan.chosen : <FieldValue of={change.after} />}
                  {change.mayStay ? ` (${strings.plan.mayStay})` : ''}
                </li>
              ))}
          </ul>
        </Fragment>
      ))}
      <p className={styles.note}>{strings.plan.nothingElse}</p>
    </>
  )
}

function OwnScript({ action, of, reading }: ChangeProps) {
  const strings = useStrings()
  const [language, setLanguage] = useLanguage()
  const script: ScriptRequest = { language, of, action: action.key }
  return (
    <>
      <h3 className={styles.detailsHeading}>{strings.plan.script}</h3>
      <div className={styles.language}>
        <LanguageField language={language} onChoose={setLanguage} />
      </div>
      <ScriptFiles script={script} written={useScript(script, reading)} />
    </>
  )
}
