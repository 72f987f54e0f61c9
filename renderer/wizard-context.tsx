import { createContext, useContext, useEffect, useState } from 'react'
import type { Command } from '../ipc/channels.ts'
import type { FoundPerson } from '../ipc/contract.ts'
import type { WizardEvent } from '../machines/engine/wizard/events.ts'
import type { CoverageItemId } from '../machines/procedure/coverage/item-ids.ts'
import type { Decision } from '../machines/procedure/decisions.ts'
import type { ScriptLanguage } from '../machines/procedure/script-languages.ts'
import type { SignInDraft } from '../machines/sign-in/draft.ts'
import type { WizardView } from '../messages/view.ts'
import type { Bridge } from './bridge.ts'
import type { Board } from './frame/running.ts'
import type { HelpState } from './frame/use-help.ts'
import type { Doors } from './pages/doors.ts'
import type { PolicyEdits } from './pickers/policy-draft.ts'

/** What every component may need: the view, and the ways to main. */
export interface Wizard {
  readonly view: WizardView
  readonly bridge: Bridge
  /** `performance.now()` when the view arrived. */
  readonly arrivedAt: number
  /** Sends an event; a refusal is shown above the footer. */
  send(event: WizardEvent): void
  /** Whether the machine accepts such an event now. */
  can(type: WizardView['can'][number]): boolean
  /** Hands in what the person decided. */
  decide(decision: Decision): void
  /** Whether the machine accepts such a decision now. */
  mayDecide(kind: Decision['kind']): boolean
  /** Runs a call that may be refused, and shows the refusal. @returns whether it was done */
  ask(call: Promise<{ readonly ok: true } | { readonly ok: false; readonly why: string }>): Promise<boolean>
  /** Why the last call was not done, until it is dismissed or another call succeeds. */
  readonly notice?: string
  /** Shows a sentence above the footer, or takes it away. */
  notify(notice: string | undefined): void
  /** Says a sentence in the one live region. */
  announce(text: string): void
  /** What the menu opens, over the page. */
  openOver(command: Command): void
  /** Opens an environment of the list: its sign-in comes on screen. */
  openEngagement(id: string): void
  /** What the list of customers showed last. */
  readonly board: Board
  /** The help of the step on screen. */
  readonly help: HelpState
  /** The pages before a tenant is open. */
  readonly doors: Doors
  /** What was typed and not yet handed over: kept while other pages are shown. */
  readonly drafts: Drafts
  /** A practice case was on screen before the pages outside of a tenant. */
  readonly practiceEnded: boolean
  /** The page that was on screen last. */
  readonly shown: { page?: string }
}

export interface Drafts {
  /** Everything is to be checked once the tenant is open. */
  checkFirst?: boolean
  /** Answered on the page about what the key covers: what is not among it isn't used. */
  apps?: ReadonlyMap<CoverageItemId, 'yes' | 'no' | 'unsure'>
  environmentId?: string
  policy?: { readonly environmentId: string; readonly edits: PolicyEdits }
  /** Chosen by name; the ID is among the edits. */
  person?: FoundPerson
  /** Scripts are read in this language, whichever tenant is open. */
  language?: ScriptLanguage
  /** Of the sign-in page; a secret is never among it. */
  signIn?: SignInDraft
  /** A check of many environments was begun here: it may still run, or have results. Asking main loads all of it. */
  checkingMany?: boolean
  /** Another subscription is being read for the form of step 3, which stays on screen meanwhile. */
  browsing?: boolean
}

const WizardContext = createContext<Wizard | undefined>(undefined)
export const WizardProvider = WizardContext.Provider

export function useWizard(): Wizard {
  const wizard = useContext(WizardContext)
  if (wizard === undefined) throw new Error('useWizard needs a WizardProvider around it.')
  return wizard
}

// Times on screen are exact to the minute, so looking four times a minute is enough.
const TICK_MS = 15_000

/**
 * The engagement's time: the view's own, carried on by as much as has passed since it arrived.
 * @param tick how often it is looked at, in milliseconds
 * @returns milliseconds since 1970-01-01T00:00:00Z
 */
export function useNow(tick = TICK_MS): number {
  const { view, arrivedAt } = useWizard()
  const [, look] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => look((count) => count + 1), tick)
    return () => clearInterval(timer)
  }, [tick])
  return view.now + Math.max(0, performance.now() - arrivedAt)
}
