import type { NotedRow } from '../../messages/view.ts'
import { CopyButton } from '../primitives/copy-button.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Mono, Note } from '../primitives/text.tsx'

// Resource ids, which are read character by character.
const LONG = 60

/** Facts to be noted down, each with its copy button where it is worth one. */
export function NotedRows({ rows }: { readonly rows: readonly NotedRow[] }) {
  return (
    <Facts look="rows">
      {rows.map(({ label, value, copyable, hint }) => (
        <Fact key={label} term={label} aside={copyable ? <CopyButton text={value} of={label} /> : undefined}>
          {value.length > LONG ? <Mono>{value}</Mono> : value}
          {hint === undefined ? null : <Note>{hint}</Note>}
        </Fact>
      ))}
    </Facts>
  )
}
