import { AboutDialog } from './about-dialog.tsx'
import type { Asked } from './commands.ts'
import { FindBar } from './find-bar.tsx'
import { NewWindowDialog } from './new-window-dialog.tsx'
import { SettingsDialog } from './settings-dialog.tsx'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { WhatsNewDialog } from './whats-new-dialog.tsx'

/** What the menu opens over any page. Fetched when it is asked for first. */
export function Desktop({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  switch (asked.command) {
    case 'settings':
      return <SettingsDialog onClose={onClose} />
    case 'new-window':
      return <NewWindowDialog onClose={onClose} />
    case 'find':
      return <FindBar asked={asked.id} onClose={onClose} />
    case 'shortcuts':
      return <ShortcutsDialog onClose={onClose} />
    case 'whats-new':
      return <WhatsNewDialog onClose={onClose} />
    case 'about':
      return <AboutDialog onClose={onClose} />
  }
}
