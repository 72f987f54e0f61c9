import { type DisplayText, defineMessages } from '../../messages/message.ts'
import type { Procedure } from '../procedure.ts'
import type { SidePage } from './side-pages.ts'

const messages = defineMessages('wizard.sidePage', {
  prepare: 'Prepare',
  preflight: 'Check everything first',
  handOver: 'Hand over',
  manage: { id: 'wizard.stepper.manage', defaultMessage: 'Manage' },
  evidence: 'Evidence',
})

/** The procedure names its own. */
type Named = 'coverage' | 'operations' | 'landscape'

const TITLES: Readonly<Record<Exclude<SidePage, Named>, DisplayText>> = {
  prepare: messages.prepare,
  preflight: messages.preflight,
  'hand-over': messages.handOver,
  evidence: messages.evidence,
}

export const HAND_OVER_TITLE = messages.handOver

/** Title of a page in links to it. */
export const sidePageTitle = ({ words }: Pick<Procedure, 'words'>, page: SidePage): DisplayText =>
  page === 'coverage' || page === 'operations' || page === 'landscape' ? words[page] : TITLES[page]

export const STAGE_TITLES = { prepare: messages.prepare, manage: messages.manage } as const
