import type { ReceiptView } from '../../messages/view.ts'
import { useStrings, useTimes } from '../language.tsx'
import { Card, CardItem } from '../primitives/card.tsx'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Section } from '../primitives/section.tsx'
import { Status } from '../primitives/status.tsx'
import { Note } from '../primitives/text.tsx'
import { useNow } from '../wizard-context.tsx'

/** What was done, under its heading; nothing where nothing was. */
export function Receipts({ receipts }: { readonly receipts: readonly ReceiptView[] }) {
  const strings = useStrings()
  if (receipts.length === 0) return null
  return (
    <Section heading={strings.receipts.heading}>
      <ReceiptList receipts={receipts} />
    </Section>
  )
}

/** What was done, each by its name; the ID of the resource that now is as it should be can be copied. */
export function ReceiptList({ receipts }: { readonly receipts: readonly ReceiptView[] }) {
  const strings = useStrings()
  const { moment } = useTimes()
  const now = useNow()
  return (
    <Card as="ul">
      {receipts.map((receipt) => (
        <CardItem
          key={`${receipt.at} ${receipt.title} ${receipt.resourceId}`}
          aside={
            <>
              <Note>{moment(receipt.at, now)}</Note>
              <Status tone={receipt.written ? 'success' : 'neutral'} glyph="verified">
                {receipt.found ? strings.receipts.found : receipt.written ? strings.receipts.written : strings.receipts.unchanged}
              </Status>
              <CopyButton text={receipt.resourceId} of={strings.progress.resource} label={strings.receipts.copyId} />
            </>
          }
        >
          {receipt.title}
        </CardItem>
      ))}
    </Card>
  )
}
