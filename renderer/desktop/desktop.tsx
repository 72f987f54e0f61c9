import { AboutDialog } from './about-dialog.tsx'
import { ActivityDialog } from './activity-dialog.tsx'
import type { Asked } from './commands.ts'
import { FindBar } from './find-bar.tsx'
import { FirstContactDialog } from './first-contact-dialog.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { LicensesDialog } from './licenses-dialog.tsx'
import { NewWindowDialog } from './new-window-dialog.tsx'
import { ReportDialog } from './report-dialog.tsx'
import { SearchDialog } from './search-dialog.tsx'
import { SettingsDialog } from './settings-dialog.tsx'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { WhatsNewDialog } from './whats-new-dialog.tsx'

export function Desktop({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  switch (asked.command) {
    case 'settings':
      return <SettingsDialog onClose={onClose} />
    case 'new-window':
      return <NewWindowDialog onClose={onClose} />
    case 'find':
      return <FindBar asked={asked.id} onClose={onClose} />
    case 'search':
      return <SearchDialog onClose={onClose} />
    case 'shortcuts':
      return <ShortcutsDialog onClose={onClose} />
    case 'whats-new':
      return <WhatsNewDialog onClose={onClose} />
    case 'first-contact':
      return <FirstContactDialog onClose={onClose} />
    case 'activity':
      return <ActivityDialog onClose={onClose} />
    case 'help':
      return <HelpDialog onClose={onClose} />
    case 'report':
      return <ReportDialog onClose={onClose} />
    case 'licenses':
      return <LicensesDialog onClose={onClose} />
    case 'about':
      return <AboutDialog onClose={onClose} />
  }
}
