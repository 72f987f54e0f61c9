import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { FindingView } from '../../machines/wizard/view.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { ExternalLink } from '../parts/link-button.tsx'
import { Pill } from '../parts/pill.tsx'
import { strings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import { findingState } from './finding-state.ts'
import { ServiceWords } from './service-words.tsx'

const useStyles = makeStyles({
  card: {
    listStyleType: 'none',
    padding: '10px 14px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeftWidth: '4px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  danger: { borderLeftColor: tokens.colorStatusDangerBorder2 },
  warning: { borderLeftColor: tokens.colorStatusWarningBorder2 },
  success: { borderLeftColor: tokens.colorStatusSuccessBorder2 },
  brand: { borderLeftColor: tokens.colorCompoundBrandStroke },
  neutral: { borderLeftColor: tokens.colorNeutralStrokeAccessible },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '4px 10px' },
  title: {
    margin: '0',
    flexGrow: 1,
    flexBasis: '200px',
    minWidth: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    outline: 'none',
    borderRadius: tokens.borderRadiusSmall,
    // Only Continue sends the focus here, by mouse as well: the ring shows which finding is in the way.
    ':focus': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    overflowWrap: 'anywhere',
  },
  facts: { margin: '8px 0 0', display: 'grid', gridTemplateColumns: '48px minmax(0, 1fr)', gap: '4px 12px' },
  term: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  fact: { margin: '0', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  seen: { color: tokens.colorNeutralForeground1 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginTop: '10px' },
  id: {
    marginLeft: 'auto',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground3,
  },
  byHand: {
    marginTop: '10px',
    padding: '10px 14px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  clicks: { margin: '0', paddingLeft: '20px' },
  click: { marginBottom: '4px', color: tokens.colorNeutralForeground2 },
})

/** Id of a finding's title: where Continue sends the focus when the finding is in the way. */
export const findingTitleId = (key: string): string => `finding-${key}`

/** One finding: how it stands, what was seen, why it matters, who can put it right and how. */
export function FindingCard({ finding }: { readonly finding: FindingView }) {
  const styles = useStyles()
  const state = findingState(finding)
  return (
    <li className={mergeClasses(styles.card, styles[state.tone])}>
      <div className={styles.head}>
        <Pill tone={state.tone} icon={state.icon}>
          {state.word}
        </Pill>
        <h3 id={findingTitleId(finding.key)} tabIndex={-1} className={styles.title}>
          {finding.title}
        </h3>
        <Pill tone="neutral">{strings.owners[finding.owner]}</Pill>
      </div>
      <dl className={styles.facts}>
        <Fact term={strings.findings.seen} text={finding.seen} strong />
        {/* What the plan puts right needs no advice; why and how stand in the plan and by hand. */}
        {finding.planned ? null : <Fact term={strings.findings.why} text={finding.why} />}
        {finding.planned ? null : <Fact term={strings.findings.toDo} text={finding.remedy} />}
      </dl>
      {finding.refusal ? <ServiceWords refusal={finding.refusal} /> : null}
      <Actions finding={finding} />
    </li>
  )
}

function Fact({ term, text, strong = false }: { readonly term: string; readonly text: string; readonly strong?: boolean }) {
  const styles = useStyles()
  if (text === '') return null
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={mergeClasses(styles.fact, strong && styles.seen)}>{text}</dd>
    </>
  )
}

function Actions({ finding }: { readonly finding: FindingView }) {
  const styles = useStyles()
  const { can, send } = useWizard()
  const [open, setOpen] = useState(false)
  const byHandId = useId()
  const { offer } = finding
  const hasByHand = finding.byHand.length > 0 || finding.link !== undefined
  return (
    <>
      <div className={styles.actions}>
        {offer && can(offer.event) ? (
          <Button size="small" onClick={() => send({ type: offer.event })}>
            {offer.title}
          </Button>
        ) : null}
        {finding.status === 'unknown' && finding.attestable && !finding.attested && can('ATTEST') ? (
          <Button size="small" onClick={() => send({ type: 'ATTEST', key: finding.key })}>
            {strings.findings.attest}
          </Button>
        ) : null}
        {hasByHand ? (
          <Button size="small" aria-expanded={open} aria-controls={open ? byHandId : undefined} onClick={() => setOpen(!open)}>
            {strings.findings.byHand}
          </Button>
        ) : null}
        {finding.owner === 'you' || finding.message === '' ? null : (
          <CopyButton
            text={finding.message}
            of={strings.findings.messageOf}
            label={strings.findings.copyMessage(finding.owner)}
            subtle={false}
          />
        )}
        <span className={styles.id}>{finding.id}</span>
      </div>
      {open ? (
        <div id={byHandId} className={styles.byHand}>
          <ol className={styles.clicks}>
            {finding.byHand.map((click) => (
              <li key={click} className={styles.click}>
                {click}
              </li>
            ))}
          </ol>
          {finding.link ? <ExternalLink to={{ link: finding.link.id }}>{finding.link.title}</ExternalLink> : null}
        </div>
      ) : null}
    </>
  )
}
