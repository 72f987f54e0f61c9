import type { ReactNode } from 'react'
import type { ProblemView } from '#messages/view.ts'
import { CustomCloudBanner } from '../frame/custom-cloud-banner.tsx'
import { Notice } from '../frame/footer-frame.tsx'
import { useHeadingFocus } from '../frame/page-heading.tsx'
import { useWords } from '../language.tsx'
import { later } from '../later.ts'
import { start } from '../messages/start.ts'
import { Callout } from '../primitives/callout.tsx'
import { classNames } from '../primitives/class-names.ts'
import { Row, Spaced } from '../primitives/layout.tsx'
import { Text } from '../primitives/text.tsx'
import { Problem } from '../step/problem.tsx'
import { useWizard } from '../wizard-context.tsx'
import { PageTitle } from './page-title.tsx'
import styles from './start-frame.module.css'

// Only with a tenant open, whose pages are loaded.
const BehindNote = later(() => import('../frame/behind-note.tsx').then((module) => module.BehindNote))

/**
 * Frame of pages outside a tenant: banner, page, buttons at the bottom.
 * @param page its name; a change moves the focus to the heading
 * @param wide uses the full width, for more than text and fields
 * @param actions buttons beside the title
 * @param problem why the last attempt failed
 */
export function StartFrame({
  page,
  title,
  lead,
  large = false,
  wide = false,
  actions,
  problem,
  footer,
  children,
}: {
  readonly page: string
  readonly title: string
  readonly lead: string
  readonly large?: boolean
  readonly wide?: boolean
  readonly actions?: ReactNode
  readonly problem?: ProblemView | undefined
  readonly footer?: ReactNode
  readonly children?: ReactNode
}) {
  const heading = useHeadingFocus(page)
  const words = useWords(start)
  const { practiceEnded, view } = useWizard()
  return (
    <div className={styles.frame}>
      <CustomCloudBanner />
      <main className={classNames(styles.main, wide && styles.wide)}>
        <div className={styles.column}>
          <div className={styles.head}>
            <div className={styles.words}>
              <PageTitle ref={heading} large={large}>
                {title}
              </PageTitle>
              <Text>{lead}</Text>
            </div>
            {actions === undefined ? null : <Row>{actions}</Row>}
          </div>
          {problem ? (
            <Spaced>
              <Problem problem={problem} />
            </Spaced>
          ) : null}
          {view.start?.behind ? <BehindNote /> : null}
          {practiceEnded ? (
            <Spaced>
              <Callout tone="info" role="status">
                {words.practiceEnded}
              </Callout>
            </Spaced>
          ) : null}
          {footer === undefined ? <Notice className={styles.notice} /> : null}
          <Spaced>{children}</Spaced>
        </div>
      </main>
      {footer}
    </div>
  )
}
