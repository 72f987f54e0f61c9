import { useWords } from '../language.tsx'
import { desktop } from '../messages/desktop.ts'
import { Stack } from '../primitives/layout.tsx'
import { ModalDialog } from '../primitives/modal-dialog.tsx'
import { Heading, Points } from '../primitives/text.tsx'

/** Newest first, with the message IDs of its lines. */
export const VERSIONS = [
  { version: '1.1.0', lines: 'of110', open: 'openOf110' },
  { version: '1.0.0', lines: 'of100', open: null },
  { version: '0.2.0', lines: 'of020', open: null },
] as const

/** Changes that users notice; the changelog has the rest. */
export function WhatsNewDialog({ onClose }: { readonly onClose: () => void }) {
  const { whatsNew: words } = useWords(desktop)
  return (
    <ModalDialog title={words.title} onClose={onClose}>
      <Stack gap="wide">
        {VERSIONS.map(({ version, lines, open }) => (
          <section key={version}>
            <Stack>
              <Heading level={3} size="medium">
                {words.version({ version })}
              </Heading>
              <Points items={words[lines]} />
              {open === null ? null : (
                <>
                  <Heading level={4}>{words.before}</Heading>
                  <Points items={words[open]} />
                </>
              )}
            </Stack>
          </section>
        ))}
      </Stack>
    </ModalDialog>
  )
}
