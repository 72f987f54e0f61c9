import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReceiptView } from '../../machines/wizard/view.ts'
import { moment } from '../format.ts'
import { Pill } from '../parts/pill.tsx'
import { Section } from '../parts/section.tsx'
import { strings } from '../strings.ts'
import { useNow } from '../wizard-context.tsx'
import { ReceiptId } from './progress.tsx'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: '0',
    padding: '0',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  item: { padding: '8px 14px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, ':first-child': { borderTop: 'none' } },
  head: { display: 'flex', flexWrap: 'wrap', gap: '2px 10px', alignItems: 'center' },
  title: { flexGrow: 1, flexBasis: '240px' },
  time: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
})

/** What was done, each with the id of the resource that now is as it should be. */
export function Receipts({ receipts }: { readonly receipts: readonly ReceiptView[] }) {
  const styles = useStyles()
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
                {receipt.written ? strings.receipts.written : strings.receipts.unchanged}
              </Pill>
            </div>
            <ReceiptId id={receipt.resourceId} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
