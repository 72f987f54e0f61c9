import type { WizardView } from '../messages/view.ts'

/**
 * The channels between window and main by name alone: what the preload needs, and nothing that parses, so that it stays
 * a dozen lines. contract.ts defines what each call takes and returns.
 */
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

/** How a tenant is opened. */
export const WAYS_IN = ['practice', 'sign-in'] as const
export type WayIn = (typeof WAYS_IN)[number]

/** The first view is asked for, every later one is pushed. */
export const GET_VIEW = 'wizard:get'
export const PUSH_VIEW = 'wizard:view'

/** What the menu asks the page to show. Main pushes it; the page asks for nothing with it. */
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

/** What the preload exposes. A view comes from this program's own main process, typed from the same source: nothing is gained by parsing it again. */
export interface RawBridge {
  call(name: CallName, argument: unknown): Promise<unknown>
  /** The view, or why main does not give it to this page. */
  getView(): Promise<WizardView | { readonly ok: false; readonly why: string }>
  /** @returns a function that ends the subscription */
  onView(listener: (view: WizardView) => void): () => void
  /** @param listener gets what main sent, to be parsed @returns a function that ends the subscription */
  onCommand(listener: (command: unknown) => void): () => void
}
