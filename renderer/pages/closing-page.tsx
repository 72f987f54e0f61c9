import { ownerOf } from '#machines/procedure/owners/owners.ts'
import type { ClosingView } from '#messages/view.ts'
import { Sources } from '../frame/guide.tsx'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { Pitfalls } from '../frame/pitfalls.tsx'
import { useTimes } from '../language.tsx'
import { NotedRows } from '../pickers/noted-rows.tsx'
import { Card, CardItem } from '../primitives/card.tsx'
import { Fold } from '../primitives/disclosure.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import type { GlyphName } from '../primitives/glyphs.ts'
import { Row, Stack } from '../primitives/layout.tsx'
import { ExternalLink } from '../primitives/link-button.tsx'
import { Section } from '../primitives/section.tsx'
import { Status } from '../primitives/status.tsx'
import { Heading, Note, Points, Text } from '../primitives/text.tsx'
import type { Tone } from '../primitives/tones.tsx'
import { FindingLine } from '../step/finding-line.tsx'
import { FoldedMail } from '../step/mail-draft.tsx'
import { readingNote } from '../step/reading-note.ts'
import { FoldedReceipts } from '../step/receipts.tsx'
import { StatedWindow } from '../step/stated-window.tsx'
import { useStrings } from '../strings.ts'
import { useNow } from '../wizard-context.tsx'
import { Calendar } from './calendar.tsx'
import { PageTitle } from './page-title.tsx'
import { SaveCard } from './save-card.tsx'

const STATUS_GLYPHS = { success: 'verified', danger: 'action', warning: 'warning' } as const satisfies Partial<Record<Tone, GlyphName>>

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
      {closing.lead === undefined ? null : <Text>{closing.lead}</Text>}
      <SaveCard />
      {closing.warnings.length === 0 ? null : (
        <Section heading={strings.closing.warnings}>
          <Card>
            {closing.warnings.map((finding) => (
              <FindingLine key={finding.key} finding={finding} aside={strings.owners[ownerOf(finding.owner)]} titled />
            ))}
          </Card>
        </Section>
      )}
      <Calendar />
      <Section heading={strings.closing.everything} busy={closing.checking}>
        <Card>
          {closing.isAfterOutage ? <FoldedMail to={{ mail: 'over' }} /> : null}
          <Fold inset label={strings.closing.proved} aside={closing.rows.length}>
            {closing.checkedAt === undefined ? null : <Note>{readingNote(strings, times, closing.checkedAt, closing.checking, now)}</Note>}
            <NotedRows rows={closing.rows} />
          </Fold>
          {closing.keep.length === 0 ? null : (
            <Fold inset label={strings.closing.keep} aside={closing.keep.length}>
              <Keep keep={closing.keep} />
            </Fold>
          )}
          <Fold inset label={strings.closing.statuses}>
            <Statuses closing={closing} />
          </Fold>
          <Done closing={closing} />
          {closing.pitfalls.length === 0 ? null : (
            <Fold inset label={strings.closing.pitfalls} aside={closing.pitfalls.length}>
              <Pitfalls pitfalls={closing.pitfalls} />
            </Fold>
          )}
          {closing.sources.length === 0 ? null : (
            <Fold inset label={strings.closing.sources} aside={closing.sources.length}>
              <Sources sources={closing.sources} />
            </Fold>
          )}
        </Card>
      </Section>
    </>
  )
}

function Keep({ keep }: Pick<ClosingView, 'keep'>) {
  return (
    <Stack>
      {keep.map(({ heading, text }) => (
        <div key={heading}>
          <Heading level={3}>{heading}</Heading>
          <Text>{text}</Text>
        </div>
      ))}
    </Stack>
  )
}

function Statuses({ closing: { statuses, statusesAt } }: { readonly closing: ClosingView }) {
  const strings = useStrings()
  return (
    <>
      <Note as="p">{strings.closing.statusesNote}</Note>
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

function Done({ closing: { attestations, acknowledged, windows, receipts } }: { readonly closing: ClosingView }) {
  const strings = useStrings()
  const { moment } = useTimes()
  const now = useNow()
  return (
    <>
      {attestations.length === 0 ? null : (
        <Fold inset label={strings.closing.attested} aside={attestations.length}>
          <Card as="ul">
            {attestations.map(({ title, by, at }) => (
              <CardItem key={title}>
                {title}
                <Note>{strings.findings.confirmedBy({ by, at: moment(at, now) })}</Note>
              </CardItem>
            ))}
          </Card>
        </Fold>
      )}
      {acknowledged.length === 0 ? null : (
        <Fold inset label={strings.closing.acknowledged} aside={acknowledged.length}>
          <Card as="ul">
            {acknowledged.map(({ title, known, by, at }) => (
              <CardItem key={title}>
                {strings.coverage.know({ known })}
                <Note>{strings.coverage.acknowledgedBy({ by, at: moment(at, now) })}</Note>
              </CardItem>
            ))}
          </Card>
        </Fold>
      )}
      {windows.length === 0 ? null : (
        <Fold inset label={strings.confirmation.window.heading} aside={windows.length}>
          <Card as="ul">
            {windows.map((window) => (
              <CardItem key={window.title}>
                {window.title}
                <StatedWindow window={window} />
              </CardItem>
            ))}
          </Card>
        </Fold>
      )}
      <FoldedReceipts receipts={receipts} />
    </>
  )
}
