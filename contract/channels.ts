import type { WizardView } from '#messages/view.ts'

/*
 * The channels between window and main by name alone: what the preload needs, and nothing that parses, so that it stays small.
 * contract.ts defines the calls, what each takes, and what it gives.
 */

/** Every call of the window: its name and its argument. */
export const CALL = 'wizard:call'

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
  call(name: string, argument: unknown): Promise<unknown>
  /** The view, or why this page doesn't get it. */
  getView(): Promise<WizardView | { readonly ok: false; readonly why: string }>
  /** @returns unsubscribe */
  onView(listener: (view: WizardView) => void): () => void
  /** @param listener gets unparsed data @returns unsubscribe */
  onCommand(listener: (command: unknown) => void): () => void
}
