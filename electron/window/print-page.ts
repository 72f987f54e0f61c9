import { BrowserWindow, session } from 'electron'
import { APP_ORIGIN, APP_SCHEME } from './app-address.ts'
import { denyNavigation, denyPermissions } from './guards.ts'

/**
 * Prints a page to PDF with Electron's own printing, in a hidden window: its own session in memory, no script, no
 * network, no preload. The page is served under the app's scheme because a data address may not be as long as a report.
 * @param html a page that loads nothing from elsewhere
 */
export async function printToPdf(html: string): Promise<Uint8Array> {
  const own = session.fromPartition(`print-${crypto.randomUUID()}`)
  denyPermissions(own)
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url !== `${APP_ORIGIN}/` }))
  own.protocol.handle(APP_SCHEME, () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }))
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: own, sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  })
  try {
    denyNavigation(window.webContents)
    await window.loadURL(`${APP_ORIGIN}/`)
    return await window.webContents.printToPDF({ landscape: true, pageSize: 'A4', printBackground: true, preferCSSPageSize: true })
  } finally {
    window.destroy()
    own.protocol.unhandle(APP_SCHEME)
  }
}
