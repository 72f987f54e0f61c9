import { makeStyles, tokens } from '@fluentui/react-components'
import type { ClosingView } from '../../machines/wizard/view.ts'
import { moment } from '../format.ts'
import { Sources } from '../frame/guide.tsx'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { Pill } from '../parts/pill.tsx'
import { Section } from '../parts/section.tsx'
import { NotedRows } from '../pictures/noted-rows.tsx'
import { FindingCard } from '../step/finding-card.tsx'
import { Receipts } from '../step/receipts.tsx'
import { strings } from '../strings.ts'
import { useNow } from '../wizard-context.tsx'

const useStyles = makeStyles({
  top: { display: 'flex', alignItems: 'center', minHeight: '24px', marginBottom: '4px' },
  title: {
    margin: '0 0 6px',
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    outline: 'none',
    textWrap: 'balance',
  },
  lead: { margin: '0', maxWidth: '68ch', color: tokens.colorNeutralForeground2 },
  list: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px', margin: '0', padding: '0' },
  attested: {
    listStyleType: 'none',
    padding: '8px 14px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  by: { display: 'block', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  keep: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(300px, 100%), 1fr))', gap: '12px 20px' },
  keepHeading: {
    margin: '0 0 2px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  keepText: { margin: '0', color: tokens.colorNeutralForeground2 },
})

/** The end: the outcome, what proves it, what was done, and what must not be done from now on. */
export function ClosingPage({ closing }: { readonly closing: ClosingView }) {
  const styles = useStyles()
  const now = useNow()
  const heading = useHeadingFocus('closing')
  return (
    <>
      <div className={styles.top}>
        <Pill tone="success" icon="check">
          {strings.closing.done}
        </Pill>
      </div>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {closing.title}
      </h1>
      <p className={styles.lead}>{closing.lead}</p>
      <Section heading={strings.closing.proved}>
        <NotedRows rows={closing.rows} />
      </Section>
      {closing.warnings.length === 0 ? null : (
        <Section heading={strings.closing.warnings}>
          <ul className={styles.list}>
            {closing.warnings.map((finding) => (
              <FindingCard key={finding.key} finding={finding} />
            ))}
          </ul>
        </Section>
      )}
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
      {closing.attestations.length === 0 ? null : (
        <Section heading={strings.closing.attested}>
          <ul className={styles.list}>
            {closing.attestations.map(({ title, by, at }) => (
              <li key={title} className={styles.attested}>
                {title}
                <span className={styles.by}>{strings.findings.confirmedBy(by, moment(at, now))}</span>
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
