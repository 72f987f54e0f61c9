import type { SidePageEntry } from '../../messages/view.ts'
import { useStrings } from '../language.tsx'
import { Stack } from '../primitives/layout.tsx'
import { Place, TextButton } from '../primitives/link-button.tsx'
import { Note } from '../primitives/text.tsx'
import { useWizard } from '../wizard-context.tsx'

/** Pages beside the steps: not in the sequence, so a list of their own above or below it. */
export function SidePages({ group }: { readonly group: SidePageEntry['group'] }) {
  const strings = useStrings()
  const { view, can, send } = useWizard()
  const entries = view.pages.filter((entry) => entry.group === group)
  if (entries.length === 0) return null
  return (
    <Stack as="ul" gap="tight" label={strings.frame.sidePages[group]}>
      {entries.map(({ page, title, note, now, open }) => (
        <li key={page} aria-current={now ? 'page' : undefined}>
          {!now && open && can('GO_TO_PAGE') ? (
            <TextButton look="plain" onClick={() => send({ type: 'GO_TO_PAGE', page })}>
              {title}
            </TextButton>
          ) : (
            <Place now={now}>{title}</Place>
          )}
          {/* What a page is for is said where one is, and when a closed one opens: a note below each would push the steps out of sight. */}
          {now || !open ? <Note>{note}</Note> : null}
        </li>
      ))}
    </Stack>
  )
}
