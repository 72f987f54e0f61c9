import type { ReactNode } from 'react'
import type { ClosingView } from '../../messages/view.ts'
import { Sources } from '../frame/guide.tsx'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { Pitfalls } from '../frame/pitfalls.tsx'
import { useStrings, useTimes } from '../language.tsx'
import { NotedRows } from '../pickers/noted-rows.tsx'
import { Card, CardItem } from '../primitives/card.tsx'
import { Fold } from '../primitives/disclosure.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import type { GlyphName } from '../primitives/glyphs.ts'
import { Row, Spaced, Tiles } from '../primitives/layout.tsx'
import { ExternalLink } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { Status } from '../primitives/status.tsx'
import { Heading, Note, Points, Text } from '../primitives/text.tsx'
import type { Tone } from '../primitives/tones.tsx'
import { FindingList } from '../step/finding-card.tsx'
import { MailDraft } from '../step/mail-draft.tsx'
import { readingNote } from '../step/reading-note.ts'
import { ReceiptList } from '../step/receipts.tsx'
import { StatedWindow } from '../step/window-fields.tsx'
import { useNow } from '../wizard-context.tsx'
import { Calendar } from './calendar.tsx'
import styles from './closing-page.module.css'
import { PageLead, PageTitle } from './page-title.tsx'

const STATUS_GLYPHS = { success: 'verified', danger: 'action', warning: 'warning' } as const satisfies Partial<Record<Tone, GlyphName>>

/** The end: the outcome, what proves it, and what must not be done from now on. What was done, and by which documents, is folded. */
export function ClosingPage({ closing }: { readonly closing: ClosingView }) {
  const strings = useStrings()
  const times = useTimes()
  const now = useNow()
  const heading = useHeadingFocus('closing')
  return (
    <>
      <Status tone="success" glyph="verified">
        {strings.closing.done}
      </Status>
      <PageTitle ref={heading}>{closing.title}</PageTitle>
      <PageLead>{closing.lead}</PageLead>
      <Section
        heading={strings.closing.proved}
        note={closing.checkedAt === undefined ? '' : readingNote(strings, times, closing.checkedAt, closing.checking, now)}
        busy={closing.checking}
      >
        <NotedRows rows={closing.rows} />
      </Section>
      {closing.warnings.length === 0 ? null : (
        <Section heading={strings.closing.warnings}>
          <FindingList findings={closing.warnings} />
        </Section>
      )}
      <MailDraft to={{ mail: 'over' }} />
      {closing.keep.length === 0 ? null : (
        <Section heading={strings.closing.keep}>
          <Tiles>
            {closing.keep.map(({ heading: title, text }) => (
              <div key={title}>
                <Heading level={3}>{title}</Heading>
                <Text>{text}</Text>
              </div>
            ))}
          </Tiles>
        </Section>
      )}
      <Calendar />
      <Spaced>
        <Card>
          <Folded label={strings.closing.statuses} aside={strings.closing.statusesNote}>
            <Statuses closing={closing} />
          </Folded>
          <Done closing={closing} />
          {closing.pitfalls.length === 0 ? null : (
            <Folded label={strings.closing.pitfalls} aside={closing.pitfalls.length}>
              <Pitfalls pitfalls={closing.pitfalls} />
            </Folded>
          )}
          {closing.sources.length === 0 ? null : (
            <Folded label={strings.closing.sources} aside={closing.sources.length}>
              <Sources sources={closing.sources} />
            </Folded>
          )}
        </Card>
      </Spaced>
    </>
  )
}

/** One line of the card at the end. @param aside what it holds: how many, or about what */
function Folded({ label, aside, children }: { readonly label: string; readonly aside: ReactNode; readonly children: ReactNode }) {
  return (
    <Fold label={label} aside={aside}>
      <div className={styles.inside}>{children}</div>
    </Fold>
  )
}

/** What each word of the status in the admin center means, and where it stands. */
function Statuses({ closing: { statuses, statusesAt } }: { readonly closing: ClosingView }) {
  return (
    <>
      <Facts>
        {statuses.map(({ word, tone, text }) => (
          <Fact
            key={word}
            term={
              <Status tone={tone} glyph={STATUS_GLYPHS[tone]}>
                {word}
              </Status>
            }
          >
            {text}
          </Fact>
        ))}
      </Facts>
      <Points ordered items={statusesAt.clicks} />
      <Row>
        <ExternalLink to={{ link: statusesAt.link.id }}>{statusesAt.link.title}</ExternalLink>
      </Row>
    </>
  )
}

/** What people confirmed and acknowledged, when it was to happen, and what was written. */
function Done({ closing: { attestations, acknowledged, windows, receipts } }: { readonly closing: ClosingView }) {
  const strings = useStrings()
  const { moment } = useTimes()
  const now = useNow()
  return (
    <>
      {attestations.length === 0 ? null : (
        <Folded label={strings.closing.attested} aside={attestations.length}>
          <Card as="ul">
            {attestations.map(({ title, by, at }) => (
              <CardItem key={title}>
                {title}
                <Note>{strings.findings.confirmedBy({ by, at: moment(at, now) })}</Note>
              </CardItem>
            ))}
          </Card>
        </Folded>
      )}
      {acknowledged.length === 0 ? null : (
        <Folded label={strings.closing.acknowledged} aside={acknowledged.length}>
          <Card as="ul">
            {acknowledged.map(({ title, known, by, at }) => (
              <CardItem key={title}>
                {strings.coverage.know({ known })}
                <Note>{strings.coverage.acknowledgedBy({ by, at: moment(at, now) })}</Note>
              </CardItem>
            ))}
          </Card>
        </Folded>
      )}
      {windows.length === 0 ? null : (
        <Folded label={strings.confirmation.window.heading} aside={windows.length}>
          <Card as="ul">
            {windows.map((window) => (
              <CardItem key={window.title}>
                {window.title}
                <StatedWindow window={window} />
              </CardItem>
            ))}
          </Card>
        </Folded>
      )}
      {receipts.length === 0 ? null : (
        <Folded label={strings.receipts.heading} aside={receipts.length}>
          <ReceiptList receipts={receipts} />
        </Folded>
      )}
    </>
  )
}
