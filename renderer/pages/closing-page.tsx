import type { ClosingView } from '../../messages/view.ts'
import { Sources } from '../frame/guide.tsx'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { Pitfalls } from '../frame/pitfalls.tsx'
import { useStrings, useTimes } from '../language.tsx'
import type { IconName } from '../parts/icons.tsx'
import { ExternalLink } from '../parts/link-button.tsx'
import { Pill } from '../parts/pill.tsx'
import { Section } from '../parts/section.tsx'
import { NotedRows } from '../pickers/noted-rows.tsx'
import { FindingList } from '../step/finding-card.tsx'
import { readingNote } from '../step/reading-note.ts'
import { Receipts } from '../step/receipts.tsx'
import { StatedWindow } from '../step/window-fields.tsx'
import { useNow } from '../wizard-context.tsx'
import styles from './closing-page.module.css'
import { PageLead, PageTitle } from './page-title.tsx'

const STATUS_ICONS = { success: 'check', danger: 'cross', warning: 'warning' } as const satisfies Record<string, IconName>

/** The end: the outcome, what proves it, what was done, and what must not be done from now on. */
export function ClosingPage({ closing }: { readonly closing: ClosingView }) {
  const strings = useStrings()
  const times = useTimes()
  const { moment } = times
  const now = useNow()
  const heading = useHeadingFocus('closing')
  return (
    <>
      <div className={styles.top}>
        <Pill tone="success" icon="check">
          {strings.closing.done}
        </Pill>
      </div>
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
        <dl className={styles.statuses}>
          {closing.statuses.map(({ word, tone, text }) => (
            <div key={word} className={styles.status}>
              <dt>
                <Pill tone={tone} icon={STATUS_ICONS[tone]}>
                  {word}
                </Pill>
              </dt>
              <dd className={styles.meaning}>{text}</dd>
            </div>
          ))}
        </dl>
        <ol className={styles.clicks}>
          {closing.statusesAt.clicks.map((click) => (
            <li key={click}>{click}</li>
          ))}
        </ol>
        <ExternalLink to={{ link: closing.statusesAt.link.id }}>{closing.statusesAt.link.title}</ExternalLink>
      </Section>
      {closing.keep.length === 0 ? null : (
        <Section heading={strings.closing.keep}>
          <div className={styles.keep}>
            {closing.keep.map(({ heading: title, text }) => (
              <div key={title}>
                <h3 className={styles.keepHeading}>{title}</h3>
                <p className={styles.keepText}>{text}</p>
              </div>
            ))}
          </div>
        </Section>
      )}
      {closing.pitfalls.length === 0 ? null : (
        <Section heading={strings.closing.pitfalls}>
          <Pitfalls pitfalls={closing.pitfalls} />
        </Section>
      )}
      {closing.attestations.length === 0 ? null : (
        <Section heading={strings.closing.attested}>
          <ul className={styles.list}>
            {closing.attestations.map(({ title, by, at }) => (
              <li key={title} className={styles.attested}>
                {title}
                <span className={styles.by}>{strings.findings.confirmedBy({ by, at: moment(at, now) })}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {closing.acknowledged.length === 0 ? null : (
        <Section heading={strings.closing.acknowledged}>
          <ul className={styles.list}>
            {closing.acknowledged.map(({ title, known, by, at }) => (
              <li key={title} className={styles.attested}>
                {strings.coverage.know({ known })}
                <span className={styles.by}>{strings.coverage.acknowledgedBy({ by, at: moment(at, now) })}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {closing.windows.length === 0 ? null : (
        <Section heading={strings.confirmation.window.heading}>
          <ul className={styles.list}>
            {closing.windows.map((window) => (
              <li key={window.title} className={styles.attested}>
                {window.title}
                <StatedWindow window={window} />
              </li>
            ))}
          </ul>
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
