import type { StepPicture } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { Card } from '../primitives/card.tsx'
import { DataCell, DataRow, DataTable } from '../primitives/data-table.tsx'
import { Section } from '../primitives/section.tsx'
import { Note } from '../primitives/text.tsx'

type Protection = Extract<StepPicture, { kind: 'protection' }>

/** Who could take the key away today: what they can do, and what lets them. */
export function Holders({ picture: { holders, unread } }: { readonly picture: Protection }) {
  const { holders: heading, holder, holderCan, holderFrom } = useStrings().operations
  if (holders.length === 0) return null
  return (
    <Section heading={heading}>
      <Card>
        <DataTable label={heading} columns={[holder, holderCan, holderFrom]}>
          {holders.map(({ id, who, can, from }) => (
            <DataRow key={id} name={who}>
              <DataCell column={holderCan}>{can}</DataCell>
              <DataCell column={holderFrom}>
                {from.map((line) => (
                  <div key={line}>{line}</div>
                ))}
              </DataCell>
            </DataRow>
          ))}
        </DataTable>
      </Card>
      {unread.map((line) => (
        <Note as="p" key={line}>
          {line}
        </Note>
      ))}
    </Section>
  )
}
