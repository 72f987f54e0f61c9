import { BrowserWindow, session } from 'electron'
import { APP_ORIGIN, APP_SCHEME } from './app-address.ts'
import { denyConnections, denyDownloads, denyNavigation, denyPermissions, denySpellChecking } from './guards.ts'

/**
 * Prints to PDF in a hidden window: in-memory session, no script, network or preload. Served under the app's scheme,
 * because a data address is too short for a report.
 * @param html a self-contained page
 */
export async function printToPdf(html: string): Promise<Uint8Array> {
  const own = session.fromPartition(`print-${crypto.randomUUID()}`)
  denyPermissions(own)
  denyDownloads(own)
  denySpellChecking(own)
  await denyConnections(own)
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
