import { Button } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { WizardEvent } from '../../machines/engine/wizard/events.ts'
import type { FindingView } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { classNames } from '../parts/class-names.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { ExternalLink } from '../parts/link-button.tsx'
import { Pill } from '../parts/pill.tsx'
import { useWizard } from '../wizard-context.tsx'
import styles from './finding-card.module.css'
import { findingState } from './finding-state.ts'
import { ServiceWords } from './service-words.tsx'

/** Id of a finding's title: where Continue sends the focus when the finding is in the way. */
export const findingTitleId = (key: string): string => `finding-${key}`

/** One finding: how it stands, what was seen, why it matters, who can put it right and how. */
export function FindingCard({ finding }: { readonly finding: FindingView }) {
  const strings = useStrings()
  const state = findingState(finding, strings.findings.pills)
  return (
    <li className={classNames(styles.card, styles[state.tone])}>
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
        <Fact term={strings.findings.toDo} text={finding.remedy} />
      </dl>
      {finding.refusal ? <ServiceWords refusal={finding.refusal} /> : null}
      <Actions finding={finding} />
    </li>
  )
}

function Fact({ term, text, strong = false }: { readonly term: string; readonly text: string; readonly strong?: boolean }) {
  if (text === '') return null
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={classNames(styles.fact, strong && styles.seen)}>{text}</dd>
    </>
  )
}

function Actions({ finding }: { readonly finding: FindingView }) {
  const strings = useStrings()
  const { can, send } = useWizard()
  const [open, setOpen] = useState(false)
  const byHandId = useId()
  const { offer } = finding
  const hasByHand = finding.byHand.length > 0 || finding.link !== undefined
  return (
    <>
      <div className={styles.actions}>
        {offer && can(offer.event) ? (
          <Button size="small" onClick={() => send(eventOf(offer))}>
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
            label={strings.findings.copyMessage[finding.owner]}
            subtle={false}
          />
        )}
        {can('CHECK_ONE') ? (
          <Button size="small" appearance="subtle" onClick={() => send({ type: 'CHECK_ONE', key: finding.key })}>
            {strings.preflight.checkOne}
          </Button>
        ) : null}
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

function eventOf(offer: NonNullable<FindingView['offer']>): WizardEvent {
  if (offer.event !== 'GO_TO_PAGE') return { type: offer.event }
  return { type: offer.event, page: offer.page, ...(offer.step === undefined ? {} : { step: offer.step }) }
}
