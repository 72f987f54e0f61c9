import { type Command, PUSH_COMMAND } from '#contract/channels.ts'
import type { Wizard } from './launch.ts'

/** Surroundings of the window: its menu, the system's dialogs, the clipboard, the keyring. */

/** Answers every dialog for a file as a person would who picks this one, or none. */
export function picking({ main }: Wizard, file: string | undefined): Promise<void> {
  return main.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => (filePath === undefined ? { canceled: true, filePath: '' } : { canceled: false, filePath })
    dialog.showOpenDialog = async () => ({ canceled: filePath === undefined, filePaths: filePath === undefined ? [] : [filePath] })
  }, file)
}

/** Selects an item of the menu by its label. @returns whether there is one */
export const selectItem = ({ main }: Wizard, label: string): Promise<boolean> =>
  main.evaluate(({ Menu }, wanted) => {
    const items = (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) => submenu?.items ?? [])
    const item = items.find((each) => each.label === wanted)
    item?.click()
    return item !== undefined
  }, label)

/** Opens what an item of the menu opens, in any language: the menu's words differ. */
export const openOver = ({ main }: Wizard, command: Command): Promise<void> =>
  main.evaluate(({ BrowserWindow }, [channel, asked]) => BrowserWindow.getAllWindows()[0]?.webContents.send(channel, asked), [
    PUSH_COMMAND,
    command,
  ] as const)

/** Content of the clipboard. */
export const clipboardOf = ({ main }: Wizard): Promise<string> => main.evaluate(async ({ clipboard }) => clipboard.readText())

/** A machine without a desktop has no keyring: Electron's own weak one replaces it, and reports that it is secure. */
export const withKeyring = ({ main }: Wizard): Promise<void> =>
  main.evaluate(({ safeStorage }) => {
    safeStorage.setUsePlainTextEncryption(true)
    safeStorage.getSelectedStorageBackend = () => 'gnome_libsecret'
  })
