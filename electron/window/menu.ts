import type { MenuItemConstructorOptions } from 'electron'
import { startFormatter } from '../../messages/start.ts'
import { startMessages } from '../messages.ts'

/**
 * Only what the keyboard needs: copy and paste, zoom, full screen, close and quit. No reload and no developer tools. The bar itself is
 * shown on macOS, where there is always one.
 */
export function menuTemplate(platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const view: MenuItemConstructorOptions = {
    label: startFormatter.text(startMessages.viewMenu),
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      // The same key without Shift, as it lies on most keyboards.
      { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
    ],
  }
  const own: MenuItemConstructorOptions =
    platform === 'darwin'
      ? { role: 'appMenu' }
      : { label: startFormatter.text(startMessages.fileMenu), submenu: [{ role: 'close' }, { role: 'quit', accelerator: 'Control+Q' }] }
  return [own, { role: 'editMenu' }, view]
}
