import type { ReceiptView } from '../../messages/view.ts'
import { useStrings, useTimes } from '../language.tsx'
import { Pill } from '../parts/pill.tsx'
import { Section } from '../parts/section.tsx'
import { useNow } from '../wizard-context.tsx'
import { ReceiptId } from './progress.tsx'
import styles from './receipts.module.css'

/** What was done, each with the id of the resource that now is as it should be. */
export function Receipts({ receipts }: { readonly receipts: readonly ReceiptView[] }) {
  const strings = useStrings()
  const { moment } = useTimes()
  const now = useNow()
  if (receipts.length === 0) return null
  return (
    <Section heading={strings.receipts.heading}>
      <ul className={styles.list}>
        {receipts.map((receipt) => (
          <li key={`${receipt.at} ${receipt.title} ${receipt.resourceId}`} className={styles.item}>
            <div className={styles.head}>
              <span className={styles.title}>{receipt.title}</span>
              <span className={styles.time}>{moment(receipt.at, now)}</span>
              <Pill tone={receipt.written ? 'success' : 'neutral'} icon="check">
                {receipt.found ? strings.receipts.found : receipt.written ? strings.receipts.written : strings.receipts.unchanged}
              </Pill>
            </div>
            <ReceiptId id={receipt.resourceId} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
