/**
 * The floor the app is measured against: a window with an empty page, made the way the app makes its own (hidden, shown
 * on ready-to-show, sandboxed, of the same size), and nothing else. Marks are written in the app's form.
 */
import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { app, BrowserWindow, Menu } from 'electron'

/** @param {string} mark */
function reached(mark) {
  const at = performance.timeOrigin + performance.now()
  const file = process.env['CMK_WIZARD_MARKS']
  if (file) appendFileSync(file, `${JSON.stringify({ mark, at })}\n`)
}

Menu.setApplicationMenu(null)
app.on('window-all-closed', () => app.quit())
app.whenReady().then(async () => {
  const window = new BrowserWindow({
    width: 1200,
    height: 800,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  const painted = new Promise((resolve) => window.once('ready-to-show', () => resolve(undefined))).then(() => {
    reached('readyToShow')
    window.show()
  })
  await Promise.all([painted, window.loadFile(path.join(import.meta.dirname, 'index.html'))])
  reached('pageUsable')
})
