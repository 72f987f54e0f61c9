import type { PreflightView } from '../../machines/wizard/view.ts'
import { moment, relative } from '../format.ts'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { TextButton } from '../parts/link-button.tsx'
import { Section } from '../parts/section.tsx'
import { EnvironmentPicker } from '../pictures/environment-picker.tsx'
import { FindingCard } from '../step/finding-card.tsx'
import { Problem } from '../step/problem.tsx'
import { Skeleton } from '../step/skeleton.tsx'
import { strings } from '../strings.ts'
import { useNow, useWizard } from '../wizard-context.tsx'
import styles from './closing-page.module.css'

/** All findings of all four steps, by who can put them right. */
export function PreflightPage({ preflight }: { readonly preflight: PreflightView }) {
  const { can, send } = useWizard()
  const now = useNow()
  const heading = useHeadingFocus('preflight')
  const { reading, checkedAt, groups, problem } = preflight
  const note =
    checkedAt === undefined
      ? strings.findings.reading
      : reading
        ? strings.findings.readingAgain(moment(checkedAt, now))
        : strings.findings.checked(moment(checkedAt, now), relative(checkedAt, now))
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {strings.preflight.title}
      </h1>
      <p className={styles.lead}>{strings.preflight.lead}</p>
      {problem ? <Problem problem={problem} level="h2" /> : null}
      {preflight.chosen === undefined && preflight.environments.length > 0 ? (
        <EnvironmentPicker picture={{ kind: 'environments', environments: preflight.environments }} />
      ) : null}
      <Section
        heading={strings.findings.heading}
        note={note}
        busy={reading}
        action={
          can('CHECK_AGAIN') && !reading ? (
            <TextButton onClick={() => send({ type: 'CHECK_AGAIN' })}>{strings.findings.checkAgain}</TextButton>
          ) : undefined
        }
      >
        {reading && checkedAt === undefined ? <Skeleton /> : null}
      </Section>
      {groups.map(({ owner, findings, message }) => (
        <Section
          key={owner}
          heading={strings.owners[owner]}
          action={<CopyButton text={message} of={strings.owners[owner]} label={strings.preflight.message} />}
        >
          <ul className={styles.list}>
            {findings.map((finding) => (
              <FindingCard key={finding.key} finding={finding} />
            ))}
          </ul>
        </Section>
      ))}
    </>
  )
}
