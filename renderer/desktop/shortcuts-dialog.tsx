import { useWords } from '../language.tsx'
import { desktop } from '../messages/desktop.ts'
import { ModalDialog } from '../primitives/modal-dialog.tsx'
import { keyNames, keysOf } from './keys.ts'
import styles from './shortcuts-dialog.module.css'

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { shortcuts: words } = useWords(desktop)
  const isMac = navigator.userAgent.includes('Macintosh')
  return (
    <ModalDialog title={words.title} onClose={onClose}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.action}</th>
            <th scope="col">{words.keys}</th>
          </tr>
        </thead>
        <tbody>
          {keysOf(isMac).map(([action, accelerator]) => (
            <tr key={action}>
              <td>{words.actions[action]}</td>
              <td className={styles.keys}>
                {keyNames(accelerator, isMac, words.names).map((key) => (
                  <kbd key={key} className={styles.key}>
                    {key}
                  </kbd>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ModalDialog>
  )
}
