import type { PitfallView } from '#messages/view.ts'
import { Details } from '../primitives/disclosure.tsx'
import { Stack } from '../primitives/layout.tsx'
import { Text } from '../primitives/text.tsx'
import { Source } from './source.tsx'

export function Pitfalls({ pitfalls }: { readonly pitfalls: readonly PitfallView[] }) {
  return (
    <Stack as="ul" gap="tight">
      {pitfalls.map(({ id, heading, text, source }) => (
        <li key={id}>
          <Details summary={heading}>
            <Text>{text}</Text>
            <Source source={source} more={`, ${id}`} />
          </Details>
        </li>
      ))}
    </Stack>
  )
}
