import type { ClosingView } from '../../messages/view.ts'
import { Sources } from '../frame/guide.tsx'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { Pitfalls } from '../frame/pitfalls.tsx'
import { useStrings, useTimes } from '../language.tsx'
import { NotedRows } from '../pickers/noted-rows.tsx'
import { Card, CardItem } from '../primitives/card.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import type { GlyphName } from '../primitives/glyphs.ts'
import { Row, Tiles } from '../primitives/layout.tsx'
import { ExternalLink } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { Status } from '../primitives/status.tsx'
import { Heading, Note, Points, Text } from '../primitives/text.tsx'
import type { Tone } from '../primitives/tones.tsx'
import { FindingList } from '../step/finding-card.tsx'
import { readingNote } from '../step/reading-note.ts'
import { Receipts } from '../step/receipts.tsx'
import { StatedWindow } from '../step/window-fields.tsx'
import { useNow } from '../wizard-context.tsx'
import { PageLead, PageTitle } from './page-title.tsx'

const STATUS_GLYPHS = { success: 'verified', danger: 'action', warning: 'warning' } as const satisfies Partial<Record<Tone, GlyphName>>

/** The end: the outcome, what proves it, what was done, and what must not be done from now on. */
export function ClosingPage({ closing }: { readonly closing: ClosingView }) {
  const strings = useStrings()
  const times = useTimes()
  const { moment } = times
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
      <Section heading={strings.closing.statuses} note={strings.closing.statusesNote}>
        <Facts>
          {closing.statuses.map(({ word, tone, text }) => (
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
        <Points ordered items={closing.statusesAt.clicks} />
        <Row>
          <ExternalLink to={{ link: closing.statusesAt.link.id }}>{closing.statusesAt.link.title}</ExternalLink>
        </Row>
      </Section>
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
      {closing.pitfalls.length === 0 ? null : (
        <Section heading={strings.closing.pitfalls}>
          <Pitfalls pitfalls={closing.pitfalls} />
        </Section>
      )}
      {closing.attestations.length === 0 ? null : (
        <Section heading={strings.closing.attested}>
          <Card as="ul">
            {closing.attestations.map(({ title, by, at }) => (
              <CardItem key={title}>
                {title}
                <Note>{strings.findings.confirmedBy({ by, at: moment(at, now) })}</Note>
              </CardItem>
            ))}
          </Card>
        </Section>
      )}
      {closing.acknowledged.length === 0 ? null : (
        <Section heading={strings.closing.acknowledged}>
          <Card as="ul">
            {closing.acknowledged.map(({ title, known, by, at }) => (
              <CardItem key={title}>
                {strings.coverage.know({ known })}
                <Note>{strings.coverage.acknowledgedBy({ by, at: moment(at, now) })}</Note>
              </CardItem>
            ))}
          </Card>
        </Section>
      )}
      {closing.windows.length === 0 ? null : (
        <Section heading={strings.confirmation.window.heading}>
          <Card as="ul">
            {closing.windows.map((window) => (
              <CardItem key={window.title}>
                {window.title}
                <StatedWindow window={window} />
              </CardItem>
            ))}
          </Card>
        </Section>
      )}
      <Receipts receipts={closing.receipts} />
      {closing.sources.length === 0 ? null : (
        <Section heading={strings.closing.sources}>
          <Sources sources={closing.sources} />
        </Section>
      )}
    </>
  )
}
