import type { ReceiptView } from '#messages/view.ts'
import { Card, CardItem } from '../primitives/card.tsx'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Fold } from '../primitives/disclosure.tsx'
import { Moment } from '../primitives/moment.tsx'
import { Section } from '../primitives/section.tsx'
import { Status } from '../primitives/status.tsx'
import { Note } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'

export function Receipts({ receipts }: { readonly receipts: readonly ReceiptView[] }) {
  const strings = useStrings()
  if (receipts.length === 0) return null
  return (
    <Section heading={strings.receipts.heading}>
      <ReceiptList receipts={receipts} />
    </Section>
  )
}

export function FoldedReceipts({ receipts }: { readonly receipts: readonly ReceiptView[] }) {
  const strings = useStrings()
  if (receipts.length === 0) return null
  return (
    <Fold inset label={strings.receipts.heading} aside={receipts.length}>
      <ReceiptList receipts={receipts} />
    </Fold>
  )
}

/** Finished work by name, with resource IDs to copy. */
function ReceiptList({ receipts }: { readonly receipts: readonly ReceiptView[] }) {
  const strings = useStrings()
  return (
    <Card as="ul">
      {receipts.map((receipt) => (
        <CardItem
          key={`${receipt.at} ${receipt.title} ${receipt.resourceId}`}
          aside={
            <>
              <Note>
                <Moment at={receipt.at} />
              </Note>
              <Outcome receipt={receipt} />
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

/** Outcome: work that a service only accepted, or that failed there, isn't done. */
function Outcome({ receipt: { written, found, atService } }: { readonly receipt: ReceiptView }) {
  const words = useStrings().receipts
  if (atService === 'failed')
    return (
      <Status tone="danger" glyph="action">
        {words.failed}
      </Status>
    )
  if (atService === 'running')
    return (
      <Status tone="brand" glyph="running">
        {words.started}
      </Status>
    )
  return (
    <Status tone={written ? 'success' : 'neutral'} glyph="verified">
      {found ? words.found : written ? words.written : words.unchanged}
    </Status>
  )
}
