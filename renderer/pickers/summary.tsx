import type { ReactNode } from 'react'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Note } from '../primitives/text.tsx'

export interface SummaryRow {
  readonly label: string
  readonly value: ReactNode
  readonly hint?: string
}

export function Summary({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <Facts look="tiles">
      {rows.map(({ label, value, hint }) => (
        <Fact key={label} term={<Note>{label}</Note>}>
          {value}
          {hint === undefined ? null : <Note>{hint}</Note>}
        </Fact>
      ))}
    </Facts>
  )
}
