/**
 * The floor the app is measured against: a window with an empty page, made the way the app makes its own (hidden, shown
 * on ready-to-show, sandboxed), and nothing else. Marks are written in the app's form.
 */
import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { app, BrowserWindow, Menu } from 'electron'

/** @param {string} mark */
function reached(mark) {
  const file = process.env['CMK_WIZARD_MARKS']
  if (file) appendFileSync(file, `${JSON.stringify({ mark, at: Date.now() })}\n`)
}

Menu.setApplicationMenu(null)
app.on('window-all-closed', () => app.quit())
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1180,
    height: 780,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  window.once('ready-to-show', () => {
    reached('readyToShow')
    window.show()
  })
  window.webContents.once('did-finish-load', () => reached('pageLoaded'))
  return window.loadFile(path.join(import.meta.dirname, 'index.html'))
})
