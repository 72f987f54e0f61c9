import type { Wizard } from './launch.ts'

/** Answers every save dialog as a person would who picks this file. */
export function picking(wizard: Wizard, file: string | undefined): Promise<void> {
  return wizard.main.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => (filePath === undefined ? { canceled: true, filePath: '' } : { canceled: false, filePath })
  }, file)
}
