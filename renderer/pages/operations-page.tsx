import type { OperationsView } from '../../messages/view.ts'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { useStrings } from '../language.tsx'
import { Pill } from '../parts/pill.tsx'
import { Section } from '../parts/section.tsx'
import { useWizard } from '../wizard-context.tsx'
import { Drift } from './drift.tsx'
import styles from './operations-page.module.css'
import { PageLead, PageTitle } from './page-title.tsx'

/** What can be done after the link: the way without an outage first, each with when to use it. */
export function OperationsPage({ operations }: { readonly operations: OperationsView }) {
  const strings = useStrings()
  const { send } = useWizard()
  const heading = useHeadingFocus('operations')
  return (
    <>
      <PageTitle ref={heading}>{strings.operations.title}</PageTitle>
      <PageLead>{strings.operations.lead}</PageLead>
      <Section heading={strings.operations.choose}>
        <ul className={styles.list}>
          {operations.list.map(({ id, title, when, usersCutOff, takes, state }) => (
            <li key={id} className={styles.operation}>
              <h3 className={styles.name}>
                <button type="button" className={styles.open} onClick={() => send({ type: 'OPEN_OPERATION', operation: id })}>
                  {title}
                </button>
              </h3>
              <p className={styles.when}>{when}</p>
              <p className={styles.facts}>
                <Pill tone={usersCutOff ? 'warning' : 'success'} icon={usersCutOff ? 'warning' : 'check'}>
                  {usersCutOff ? strings.operations.cutOff : strings.operations.calm}
                </Pill>
                <span>{takes}</span>
              </p>
              {state === undefined ? null : <p className={styles.state}>{state}</p>}
            </li>
          ))}
        </ul>
      </Section>
      <Drift drift={operations.drift} />
    </>
  )
}
