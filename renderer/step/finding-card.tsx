import { useId, useState } from 'react'
import { ownerOf } from '#machines/procedure/owners/owners.ts'
import { PARTNER_RELATIONSHIP } from '#machines/procedure/steps/integration/partner-relationship.ts'
import type { FindingView } from '#messages/view.ts'
import { Source } from '../frame/source.tsx'
import { Button } from '../primitives/button.tsx'
import { classNames } from '../primitives/class-names.ts'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Details } from '../primitives/disclosure.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { ExternalLink } from '../primitives/link-button.tsx'
import { Status } from '../primitives/status.tsx'
import { Heading, Hidden, Note, Points } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { useWizard } from '../wizard-context.tsx'
import { answerTo } from './answers.ts'
import styles from './finding-card.module.css'
import { findingTitleId, manualStepsId } from './finding-id.ts'
import { findingState } from './finding-state.ts'
import { eventOf, isAccepted } from './offers.ts'
import { Owner } from './owner.tsx'
import { PartnerEnd } from './partner-end.tsx'
import { ServiceWords } from './service-words.tsx'

/**
 * A finding: what it is, what to do, who, and a few buttons. Evidence and reasons are folded.
 * @param grouped the group's heading shows the state; repeated for screen readers
 * @param opened what is above shows title and state
 * @param said what is above shows also what to do, and who
 * @param but label of a button that is above too
 */
export function FindingCard({
  finding,
  grouped = false,
  opened = false,
  said = false,
  but,
}: {
  readonly finding: FindingView
  readonly grouped?: boolean
  readonly opened?: boolean
  readonly said?: boolean
  readonly but?: string | undefined
}) {
  const strings = useStrings()
  const { word, tone, glyph } = findingState(finding, strings.findings.pills)
  const state = (
    <Status tone={tone} glyph={glyph}>
      {word}
    </Status>
  )
  return (
    <li className={classNames(styles.finding, said && styles.said)}>
      {opened ? null : grouped ? <Hidden>{state}</Hidden> : <span className={styles.whole}>{state}</span>}
      {said ? null : (
        <>
          <div className={styles.what}>
            {opened ? null : (
              <Heading level={3} id={findingTitleId(finding.key)} focus="ring">
                {finding.title}
              </Heading>
            )}
            <Note as="p">{finding.remedy}</Note>
          </div>
          <Owner owner={finding.owner} />
        </>
      )}
      <Actions finding={finding} but={but} />
      <div className={styles.whole}>
        <Details look="link" summary={strings.findings.details} id={finding.id}>
          <Facts look="narrow">
            <Fact term={strings.findings.seen}>{finding.seen}</Fact>
            {/* A planned finding needs no advice; the plan and the manual steps explain it. */}
            {finding.planned ? null : <Fact term={strings.findings.why}>{finding.why}</Fact>}
            <Fact term={strings.findings.source}>
              <Source source={finding.source} />
            </Fact>
          </Facts>
          {finding.refusal ? <ServiceWords refusal={finding.refusal} /> : null}
        </Details>
      </div>
    </li>
  )
}

function Actions({ finding, but }: { readonly finding: FindingView; readonly but: string | undefined }) {
  const strings = useStrings()
  const { can, send, view } = useWizard()
  const [open, setOpen] = useState(false)
  const byHandId = useId()
  const { offer } = finding
  const answer = answerTo(finding, strings.findings)
  const copies = strings.findings.copyMessage[ownerOf(finding.owner)]
  const hasByHand = finding.byHand.length > 0 || finding.link !== undefined
  return (
    <>
      <div className={styles.actions}>
        {offer && offer.title !== but && isAccepted(view, offer) ? (
          <Button size="small" onClick={() => send(eventOf(offer))}>
            {offer.title}
          </Button>
        ) : null}
        {finding.key === PARTNER_RELATIONSHIP && view.decisions.includes('note-partner-end') ? <PartnerEnd /> : null}
        {finding.status === 'unknown' && finding.attestable && !finding.attested && answer !== but && can('ATTEST') ? (
          <Button size="small" onClick={() => send({ type: 'ATTEST', key: finding.key })}>
            {answer}
          </Button>
        ) : null}
        {finding.owner === 'you' || finding.message === '' || copies === but ? null : (
          <CopyButton
            text={finding.message}
            of={strings.findings.messageOf}
            label={copies}
            short={strings.findings.copyShort}
            subtle={false}
          />
        )}
        {hasByHand ? (
          <Button
            id={manualStepsId(finding.key)}
            size="small"
            aria-expanded={open}
            aria-controls={open ? byHandId : undefined}
            onClick={() => setOpen(!open)}
          >
            {strings.findings.byHand}
          </Button>
        ) : null}
        {can('CHECK_ONE') ? (
          <Button size="small" appearance="subtle" onClick={() => send({ type: 'CHECK_ONE', key: finding.key })}>
            {strings.preflight.checkOne}
          </Button>
        ) : null}
      </div>
      {open ? (
        <div id={byHandId} className={styles.byHand}>
          <Points ordered items={finding.byHand} />
          {finding.link ? <ExternalLink to={{ link: finding.link.id }}>{finding.link.title}</ExternalLink> : null}
        </div>
      ) : null}
    </>
  )
}
