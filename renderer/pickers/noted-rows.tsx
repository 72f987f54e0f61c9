import type { ReactNode } from 'react'
import type { NotedRow } from '#messages/view.ts'
import { Card } from '../primitives/card.tsx'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Fold } from '../primitives/disclosure.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Moment } from '../primitives/moment.tsx'
import { Mono, Note } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'

// Resource IDs, read character by character.
const LONG = 60

interface Rows {
  /** `at`: a moment instead of the value. */
  readonly rows: readonly (NotedRow & { readonly at?: number })[]
}

/** Facts with copy buttons. Rarely needed ones are folded. */
export function NotedRows({ rows }: Rows) {
  const strings = useStrings()
  const minor = rows.filter((row) => row.minor)
  return (
    <Card>
      <RowsOf rows={rows.filter((row) => !row.minor)} />
      {minor.length === 0 ? null : (
        <Fold label={strings.noted.more({ count: minor.length })}>
          <RowsOf rows={minor} />
        </Fold>
      )}
    </Card>
  )
}

/** @param label instead of the environment and its policy */
export function FoldedRows({ label, aside, rows }: Rows & { readonly label?: string; readonly aside?: ReactNode }) {
  const words = useStrings().noted
  return (
    <Card>
      <Fold label={label ?? words.membershipHeading} aside={aside}>
        <RowsOf rows={rows} />
      </Fold>
    </Card>
  )
}

function RowsOf({ rows }: Rows) {
  const words = useStrings().noted
  return (
    <Facts look="rows">
      {rows.map(({ label, value, copyable, id, hint, at }) => (
        <Fact
          key={label}
          term={label}
          aside={
            copyable ? (
              <CopyButton
                text={id ?? value}
                of={label}
                {...(id === undefined ? {} : { short: words.copyId, label: words.copyIdOf({ of: label }) })}
              />
            ) : undefined
          }
        >
          {at === undefined ? null : <Moment at={at} />}
          {copyable && value.length > LONG ? <Mono>{value}</Mono> : value}
          {hint === undefined ? null : <Note>{hint}</Note>}
        </Fact>
      ))}
    </Facts>
  )
}
