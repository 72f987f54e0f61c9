import { ownerOf } from '#machines/procedure/owners/owners.ts'
import type { FindingView } from '#messages/view.ts'
import { useWords } from '../language.tsx'
import { everyPage } from '../messages/every-page.ts'
import { Glyph } from '../primitives/glyph.tsx'
import { Row } from '../primitives/layout.tsx'
import { Note } from '../primitives/text.tsx'

export function Owner({ owner }: { readonly owner: FindingView['owner'] }) {
  const owners = useWords(everyPage.owners)
  return (
    <Row as="span" gap="tight">
      <Glyph name="person" />
      <Note>{owners[ownerOf(owner)]}</Note>
    </Row>
  )
}
