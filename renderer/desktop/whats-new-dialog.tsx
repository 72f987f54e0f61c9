import { useStrings } from '../language.tsx'
import { ModalDialog } from './modal-dialog.tsx'
import styles from './whats-new-dialog.module.css'

/** Versions with something to tell, the newest first, each with the name of its lines. */
export const VERSIONS = [{ version: '0.2.0', lines: 'of020' }] as const

/** What a user notices of each version. The changelog has the rest. */
export function WhatsNewDialog({ onClose }: { readonly onClose: () => void }) {
  const { whatsNew: words } = useStrings().desktop
  return (
    <ModalDialog title={words.title} onClose={onClose}>
      {VERSIONS.map(({ version, lines }) => (
        <section key={version}>
          <h3 className={styles.heading}>{words.version({ version })}</h3>
          <ul className={styles.lines}>
            {words[lines].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </ModalDialog>
  )
}
