// @ts-nocheck: loaded by Electron itself, before the app and outside of its types.
// Notes each message that the app shows, and presses its button.
const { dialog } = require('electron')

dialog.showMessageBox = async (...given) => {
  process.stderr.write(`shown: ${given.at(-1).message}\n`)
  return { response: 0, checkboxChecked: false }
}
