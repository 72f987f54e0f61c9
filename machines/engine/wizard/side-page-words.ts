import { type DisplayText, defineMessages } from '../../messages/message.ts'
import type { SidePage } from './side-pages.ts'

const messages = defineMessages({
  prepare: { id: 'wizard.sidePage.prepare', defaultMessage: 'Prepare' },
  coverage: { id: 'wizard.sidePage.coverage', defaultMessage: 'What the key covers' },
  preflight: { id: 'wizard.sidePage.preflight', defaultMessage: 'Check everything first' },
  handOver: { id: 'wizard.sidePage.handOver', defaultMessage: 'Work with a second person' },
  manage: { id: 'wizard.stepper.manage', defaultMessage: 'Manage' },
  operations: { id: 'wizard.sidePage.operations', defaultMessage: 'Manage your key' },
  evidence: { id: 'wizard.sidePage.evidence', defaultMessage: 'Evidence' },
})

/** What a page is called where something leads to it. */
export const SIDE_PAGE_TITLES: Readonly<Record<SidePage, DisplayText>> = {
  prepare: messages.prepare,
  coverage: messages.coverage,
  preflight: messages.preflight,
  'hand-over': messages.handOver,
  operations: messages.operations,
  evidence: messages.evidence,
}

/** What the stages around the steps are called. */
export const STAGE_TITLES = { prepare: messages.prepare, manage: messages.manage } as const
