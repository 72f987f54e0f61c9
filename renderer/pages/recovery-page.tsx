import type { RecoveryView } from '../../messages/view.ts'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { useStrings, useTimes } from '../language.tsx'
import { Section } from '../parts/section.tsx'
import { Problem } from '../step/problem.tsx'
import { Skeleton } from '../step/skeleton.tsx'
import type { Strings } from '../strings.ts'
import { useNow } from '../wizard-context.tsx'
import { PageTitle } from './page-title.tsx'
import styles from './recovery-page.module.css'

function titleOf(words: Strings['engagements']['recovery'], { reading, problem, differences }: RecoveryView): string {
  if (reading) return words.reading
  if (problem) return words.failed
  return differences.length > 0 ? words.differs : words.same
}

/** Start is recovery: every step is read again, and what differs from the record is said before anything goes on. */
export function RecoveryPage({ recovery }: { readonly recovery: RecoveryView }) {
  const words = useStrings().engagements.recovery
  const { moment } = useTimes()
  const now = useNow()
  const heading = useHeadingFocus(recovery.reading ? 'recovery reading' : 'recovery')
  const { reading, problem, differences, recovered } = recovery
  return (
    <>
      <PageTitle ref={heading}>{titleOf(words, recovery)}</PageTitle>
      <p className={styles.lead}>{words.last({ when: moment(recovery.savedAt, now), account: recovery.account })}</p>
      {reading ? <Skeleton /> : null}
      {problem ? <Problem problem={problem} level="h2" /> : null}
      {reading
        ? null
        : differences.map((difference) => (
            <section key={difference.key} className={styles.card}>
              <p className={styles.step}>{words.step({ step: difference.step, title: difference.stepTitle })}</p>
              <h2 className={styles.heading}>{difference.title}</h2>
              <dl className={styles.compared}>
                <dt>{words.was}</dt>
                <dd>{difference.was}</dd>
                <dt>{words.is}</dt>
                <dd>{difference.is}</dd>
              </dl>
            </section>
          ))}
      {recovered.length === 0 || reading ? null : (
        <Section heading={words.found}>
          <ul className={styles.list}>
            {recovered.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
