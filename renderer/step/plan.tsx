import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ActionView } from '../../machines/wizard/view.ts'
import { Icon } from '../parts/icons.tsx'
import { Section } from '../parts/section.tsx'
import { strings } from '../strings.ts'

const useStyles = makeStyles({
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'separate',
    borderSpacing: '0',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: '13px',
    lineHeight: '18px',
  },
  head: {
    boxSizing: 'border-box',
    padding: '7px 12px',
    textAlign: 'left',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  cell: {
    padding: '8px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: 'top',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'break-word',
  },
  change: { width: '46%' },
  undo: { width: '24%' },
  cutOff: { width: '13%' },
  title: { fontWeight: tokens.fontWeightSemibold },
  resource: {
    display: 'block',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '11px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
  turn: { display: 'block', marginTop: '2px', color: tokens.colorNeutralForeground2 },
  arrow: { display: 'inline-flex', verticalAlign: '-1px', margin: '0 6px', color: tokens.colorNeutralForeground3 },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
  serious: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorStatusDangerForeground3 },
})

/** Id of the plan's heading: where Continue sends the focus when changes are still to be applied. */
export const PLAN_HEADING_ID = 'plan-heading'

/** Every change before the first write: what, from what to what, whether it can be taken back, who is cut off, how long. */
export function Plan({ plan, summary }: { readonly plan: readonly ActionView[]; readonly summary: string }) {
  const styles = useStyles()
  return (
    <Section heading={strings.plan.heading} headingId={PLAN_HEADING_ID} note={summary}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.change)}>
              {strings.plan.change}
            </th>
            <th scope="col" className={mergeClasses(styles.head, styles.undo)}>
              {strings.plan.undo}
            </th>
            <th scope="col" className={mergeClasses(styles.head, styles.cutOff)}>
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
  const styles = useStyles()
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
      <td className={mergeClasses(styles.cell, action.irreversible && styles.serious)}>{action.undo}</td>
      <td className={mergeClasses(styles.cell, action.usersCutOff && styles.serious)}>
        {action.usersCutOff ? strings.plan.yes : strings.plan.no}
      </td>
      <td className={styles.cell}>{action.takes}</td>
    </tr>
  )
}
