import { createContext, useContext, useEffect, useState } from 'react'
import type { Command } from '#contract/channels.ts'
import type { FoundPerson } from '#contract/contract.ts'
import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import type { CoverageItemId } from '#machines/procedure/coverage/item-ids.ts'
import type { Decision } from '#machines/procedure/decisions.ts'
import type { ScriptLanguage } from '#machines/procedure/script-languages.ts'
import type { SignInDraft } from '#machines/sign-in/draft.ts'
import type { WizardView } from '#messages/view.ts'
import type { Bridge } from './bridge.ts'
import type { Board } from './frame/running.ts'
import type { HelpState } from './frame/use-help.ts'
import type { Doors } from './pages/doors.ts'
import type { PolicyEdits } from './pickers/policy-draft.ts'

/** Shared state of all components, and the calls to the main process. */
export interface Wizard {
  readonly view: WizardView
  readonly bridge: Bridge
  /** `performance.now()` at the view's arrival. */
  readonly arrivedAt: number
  send(event: WizardEvent): void
  can(type: WizardView['can'][number]): boolean
  decide(decision: Decision): void
  mayDecide(kind: Decision['kind']): boolean
  /** Runs a call and shows its refusal. @returns whether it succeeded */
  ask(call: Promise<{ readonly ok: true } | { readonly ok: false; readonly why: string }>): Promise<boolean>
  /** Error of the last call, until dismissed or another call succeeds. */
  readonly notice?: string
  notify(notice: string | undefined): void
  announce(text: string): void
  openOver(command: Command): void
  openEngagement(id: string): void
  readonly board: Board
  readonly help: HelpState
  readonly doors: Doors
  readonly drafts: Drafts
  /** A practice case was open before the current page. */
  readonly practiceEnded: boolean
  readonly shown: { page?: string }
}

export interface Drafts {
  checkFirst?: boolean
  /** Answers of the coverage page; an absent app isn't used. */
  apps?: ReadonlyMap<CoverageItemId, 'yes' | 'no' | 'unsure'>
  environmentId?: string
  policy?: { readonly environmentId: string; readonly edits: PolicyEdits }
  /** Chosen by name; the ID is in the edits. */
  person?: FoundPerson
  /** Shared by all tenants. */
  language?: ScriptLanguage
  /** Never contains a secret. */
  signIn?: SignInDraft
  /** A batch check was started here. Otherwise nothing is asked, because asking makes the main process load its code. */
  checkingMany?: boolean
  /** Another subscription is being read for the form of step 3, which stays on screen. */
  browsing?: boolean
}

const WizardContext = createContext<Wizard | undefined>(undefined)
export const WizardProvider = WizardContext.Provider

export function useWizard(): Wizard {
  const wizard = useContext(WizardContext)
  if (wizard === undefined) throw new Error('useWizard needs a WizardProvider around it.')
  return wizard
}

// Four times a minute is enough for times shown to the minute.
const TICK_MS = 15_000

/**
 * The engagement's time: the view's plus the time since its arrival.
 * @param tick update interval in milliseconds
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
