import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ProgressView, StepView } from '../../machines/wizard/view.ts'
import { moment } from '../format.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import type { IconName } from '../parts/icons.tsx'
import { Pill, type Tone } from '../parts/pill.tsx'
import { Section } from '../parts/section.tsx'
import { strings } from '../strings.ts'
import { useNow } from '../wizard-context.tsx'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: '0',
    padding: '0',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 12px',
    padding: '10px 14px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTop: 'none' },
  },
  state: { flexBasis: '104px', flexShrink: 0 },
  what: { flexGrow: 1, flexBasis: '260px', minWidth: 0 },
  running: { fontWeight: tokens.fontWeightSemibold },
  line: { display: 'block', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  receipt: { display: 'flex', alignItems: 'center', gap: '4px', minWidth: 0 },
  id: {
    flexGrow: 1,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '11px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
})

const STATES: Readonly<Record<ProgressView['state'], { readonly tone: Tone; readonly icon: IconName }>> = {
  waiting: { tone: 'neutral', icon: 'circle' },
  running: { tone: 'brand', icon: 'running' },
  done: { tone: 'success', icon: 'check' },
  refused: { tone: 'danger', icon: 'cross' },
}

/** Id of the heading that gets the focus when the work begins. */
export const PROGRESS_HEADING_ID = 'progress-heading'

/** Each change with its state, since when, what it waits for, and its receipt. No percentage: nobody knows one. */
export function Progress({ step }: { readonly step: StepView }) {
  const styles = useStyles()
  const note = step.phase === 'rechecking' ? strings.progress.rechecking : step.phase === 'pausing' ? strings.progress.pausing : undefined
  return (
    <Section heading={strings.progress.heading} headingId={PROGRESS_HEADING_ID} {...(note === undefined ? {} : { note })}>
      <ol className={styles.list}>
        {step.progress.map((item) => (
          <Item key={item.key} item={item} />
        ))}
      </ol>
    </Section>
  )
}

function Item({ item }: { readonly item: ProgressView }) {
  const styles = useStyles()
  const now = useNow()
  const { tone, icon } = STATES[item.state]
  return (
    <li className={styles.item}>
      <span className={styles.state}>
        <Pill tone={tone} icon={icon}>
          {strings.progress.states[item.state]}
        </Pill>
      </span>
      <span className={styles.what}>
        <span className={mergeClasses(item.state === 'running' && styles.running)}>{item.title}</span>
        {item.startedAt === undefined ? null : <span className={styles.line}>{strings.progress.started(moment(item.startedAt, now))}</span>}
        {item.waitsFor === undefined ? null : <span className={styles.line}>{item.waitsFor}</span>}
        {item.written === false ? <span className={styles.line}>{strings.progress.unchanged}</span> : null}
        {item.resourceId === undefined ? null : <ReceiptId id={item.resourceId} short />}
      </span>
    </li>
  )
}

// The last type and name of a resource id, for example "vaults/kv-contoso-cmk".
const tail = (id: string): string =>
  `…/${id
    .split('/')
    .filter((part) => part !== '')
    .slice(-2)
    .join('/')}`

/** A resource's id with its copy button, which always copies the whole. */
export function ReceiptId({ id, short = false }: { readonly id: string; readonly short?: boolean }) {
  const styles = useStyles()
  return (
    <span className={styles.receipt}>
      <span className={styles.id} title={short ? id : undefined}>
        {short ? tail(id) : id}
      </span>
      <CopyButton text={id} of={strings.progress.resource} />
    </span>
  )
}
