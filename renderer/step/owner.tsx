import { ownerOf } from '../../machines/procedure/owners.ts'
import type { FindingView } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { Glyph } from '../primitives/glyph.tsx'
import { Row } from '../primitives/layout.tsx'
import { Note } from '../primitives/text.tsx'

/** Who can do it. */
export function Owner({ owner }: { readonly owner: FindingView['owner'] }) {
  const strings = useStrings()
  return (
    <Row as="span" gap="tight">
      <Glyph name="person" />
      <Note>{strings.owners[ownerOf(owner)]}</Note>
    </Row>
  )
}
