import type { EngagementState } from '../wizard/view.ts'

/* The situation in a list's words. The board, its files, and the command line order and count by it alone. */

/** Most urgent first. */
export const GROUPS = ['action', 'confirm', 'running', 'not-checked', 'ready', 'linked', 'encrypted', 'not-started'] as const
export type Group = (typeof GROUPS)[number]

const GROUP_OF: Readonly<Record<EngagementState['kind'], Group>> = {
  locked: 'action',
  'action-required': 'action',
  // The file needs attention.
  closed: 'action',
  failed: 'action',
  interrupted: 'action',
  'other-policy': 'action',
  confirm: 'confirm',
  encrypting: 'running',
  managing: 'running',
  removing: 'running',
  rotating: 'running',
  registering: 'running',
  assigning: 'running',
  writing: 'running',
  'not-checked': 'not-checked',
  scheduled: 'ready',
  ready: 'ready',
  open: 'ready',
  linked: 'linked',
  encrypted: 'encrypted',
  'not-started': 'not-started',
}

type Kind = Pick<EngagementState, 'kind'>

export const groupOf = ({ kind }: Kind): Group => GROUP_OF[kind]

/** A person must act, or answer a question. */
export const needsSomeone = (state: Kind): boolean => ['action', 'confirm'].includes(groupOf(state))
