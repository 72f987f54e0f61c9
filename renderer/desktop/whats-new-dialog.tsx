import { useWords } from '../language.tsx'
import { desktop } from '../messages/desktop.ts'
import { Stack } from '../primitives/layout.tsx'
import { ModalDialog } from '../primitives/modal-dialog.tsx'
import { Heading, Points } from '../primitives/text.tsx'

/** Versions with something to tell, the newest first, each with the name of its lines. */
export const VERSIONS = [{ version: '0.2.0', lines: 'of020' }] as const

/** What a user notices of each version. The changelog has the rest. */
export function WhatsNewDialog({ onClose }: { readonly onClose: () => void }) {
  const { whatsNew: words } = useWords(desktop)
  return (
    <ModalDialog title={words.title} onClose={onClose}>
      {VERSIONS.map(({ version, lines }) => (
        <section key={version}>
          <Stack>
            <Heading level={3}>{words.version({ version })}</Heading>
            <Points items={words[lines]} />
          </Stack>
        </section>
      ))}
    </ModalDialog>
  )
}
