import type { ActionView } from '../../machines/wizard/view.ts'
import { classNames } from '../parts/class-names.ts'
import { Icon } from '../parts/icons.tsx'
import { Section } from '../parts/section.tsx'
import { strings } from '../strings.ts'
import styles from './plan.module.css'

/** Id of the plan's heading: where Continue sends the focus when changes are still to be applied. */
export const PLAN_HEADING_ID = 'plan-heading'

/** Every change before the first write: what, from what to what, whether it can be taken back, who is cut off, how long. */
export function Plan({ plan, summary }: { readonly plan: readonly ActionView[]; readonly summary: string }) {
  return (
    <Section heading={strings.plan.heading} headingId={PLAN_HEADING_ID} note={summary}>
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
            <Change key={action.key} action={action} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Change({ action }: { readonly action: ActionView }) {
  return (
    <tr>
      <th scope="row" className={styles.cell}>
        <span className={styles.title}>{action.title}</span>
        <span className={styles.resource}>{action.resource}</span>
        <span className={styles.turn}>
          <span className={styles.hidden}>{strings.plan.before}: </span>
          {action.before}
          <span className={styles.arrow}>
            <Icon name="plan" size={12} />
          </span>
          <span className={styles.hidden}>{strings.plan.after}: </span>
          {action.after}
        </span>
      </th>
      <td className={classNames(styles.cell, action.reversible === 'no' && styles.serious)}>{action.undo}</td>
      <td className={classNames(styles.cell, action.usersCutOff && styles.serious)}>
        {action.usersCutOff ? strings.plan.yes : strings.plan.no}
      </td>
      <td className={styles.cell}>{action.takes}</td>
    </tr>
  )
}
