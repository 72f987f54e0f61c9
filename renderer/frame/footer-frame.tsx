import type { ReactNode } from 'react'
import { useWords } from '../language.tsx'
import { everyPage } from '../messages/every-page.ts'
import { Button } from '../primitives/button.tsx'
import { Callout } from '../primitives/callout.tsx'
import { classNames } from '../primitives/class-names.ts'
import { Row } from '../primitives/layout.tsx'
import { useWizard } from '../wizard-context.tsx'
import styles from './footer-frame.module.css'

export function FooterFrame({
  above,
  margins = 'steps',
  inPage = false,
  children,
}: {
  readonly above?: ReactNode
  readonly margins?: 'steps' | 'page' | 'wide'
  readonly inPage?: boolean
  readonly children: ReactNode
}) {
  return (
    <footer className={classNames(styles.footer, styles[margins], inPage && styles.inPage)}>
      <div className={styles.column}>
        <div className={styles.messages}>
          {above === undefined ? null : <div className={styles.message}>{above}</div>}
          <Notice className={styles.message} />
        </div>
        <div className={styles.row}>{children}</div>
      </div>
    </footer>
  )
}

export function Notice({ className }: { readonly className?: string | undefined }) {
  const words = useWords(everyPage)
  const { notice, notify } = useWizard()
  if (notice === undefined) return null
  return (
    <div className={className} role="alert">
      <Callout tone="danger">
        <Row spread="apart">
          <span>{notice}</span>
          <Button size="small" appearance="subtle" onClick={() => notify(undefined)}>
            {words.dismiss}
          </Button>
        </Row>
      </Callout>
    </div>
  )
}

export function FooterGap() {
  return <span className={styles.gap} />
}
