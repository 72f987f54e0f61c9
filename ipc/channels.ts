import type { WizardView } from '../messages/view.ts'

/** Channel names without schemas, so that the preload stays small. contract.ts has arguments and results. */
export const CALL_NAMES = [
  'wizard:send',
  'tenant:load-ahead',
  'links:open',
  'mail:open',
  'identity:hold-secret',
  'people:search',
  'vault-name:check',
  'clipboard:write',
  'script:write',
  'script:save',
  'engagements:open',
  'engagements:remove',
  'engagements:take-over',
  'customers:change',
  'customers:save',
  'customers:open',
  'board:save',
  'choices:apply',
  'check:start',
  'check:control',
  'check:read',
  'report:save',
  'report:list',
  'report:copy',
  'change-request:save',
  'calendar:save',
  'brand:read',
  'brand:change',
  'brand:choose-logo',
  'templates:read',
  'templates:change',
  'templates:save',
  'templates:open',
  'hand-over:save',
  'hand-over:open',
  'practice:advance',
  'practice:start',
  'recording:open',
  'exercises:read',
  'exercises:start',
  'exercises:open',
  'exercises:sheet',
  'presenter:open',
  'settings:change',
  'team:read',
  'team:connect',
  'team:repair',
  'team:leave',
  'team:move',
  'updates:act',
  'removal:read',
  'removal:save',
  'first-contact:make',
  'first-contact:save',
  'about:read',
  'licenses:read',
  'diagnostics:read',
  'window:open',
  'window:close',
  'marks:report',
] as const
export type CallName = (typeof CALL_NAMES)[number]

export const WAYS_IN = ['practice', 'sign-in'] as const
export type WayIn = (typeof WAYS_IN)[number]

/** The first view is requested, later ones are pushed. */
export const GET_VIEW = 'wizard:get'
export const PUSH_VIEW = 'wizard:view'

/** Menu requests to the page, pushed by the main process. */
export const COMMANDS = [
  'settings',
  'new-window',
  'find',
  'search',
  'activity',
  'shortcuts',
  'whats-new',
  'first-contact',
  'help',
  'report',
  'licenses',
  'about',
] as const
export type Command = (typeof COMMANDS)[number]
export const PUSH_COMMAND = 'window:command'

/** API of the preload. Views come from this program's main process with the same types, so they aren't parsed. */
export interface RawBridge {
  call(name: CallName, argument: unknown): Promise<unknown>
  /** The view, or why this page doesn't get it. */
  getView(): Promise<WizardView | { readonly ok: false; readonly why: string }>
  /** @returns unsubscribe */
  onView(listener: (view: WizardView) => void): () => void
  /** @param listener gets unparsed data @returns unsubscribe */
  onCommand(listener: (command: unknown) => void): () => void
}
