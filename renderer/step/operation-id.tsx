import { CopyButton } from '../primitives/copy-button.tsx'
import { Row } from '../primitives/layout.tsx'
import { Mono, Note } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'

/** What Microsoft's support asks for first. */
export function OperationId({ id }: { readonly id: string | undefined }) {
  const { wait } = useStrings()
  if (id === undefined) return null
  return (
    <Row gap="tight">
      <Note>{wait.operation}</Note>
      <Mono>{id}</Mono>
      <CopyButton text={id} of={wait.operationOf} />
    </Row>
  )
}
