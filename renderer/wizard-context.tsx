import { createContext, type RefObject, useContext, useEffect, useState } from 'react'
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
  /** Keeps input that wasn't submitted for when its page opens again; `undefined` forgets it. */
  keep(change: DraftChange): void
  /** A practice case was open before the current page. */
  readonly practiceEnded: boolean
  /** Name of the page whose heading had the focus last. */
  readonly pageRef: RefObject<string | undefined>
}

/** What is done before a scheduled start, in the page's order. */
export type Telling = 'mail' | 'calendar' | 'request'

export interface Drafts {
  readonly checkFirst?: boolean
  /** Answers of the coverage page; an absent app isn't used. */
  readonly apps?: ReadonlyMap<CoverageItemId, 'yes' | 'no' | 'unsure'>
  readonly environmentId?: string
  /** The step whose choices were asked for on another page; its form opens as soon as it can. */
  readonly editing?: string | undefined
  readonly policy?: { readonly environmentId: string; readonly edits: PolicyEdits }
  /** Chosen by name; the ID is in the edits. */
  readonly person?: FoundPerson
  /** Shared by all tenants. */
  readonly language?: ScriptLanguage
  /** Never contains a secret. */
  readonly signIn?: SignInDraft
  /** A batch check was started here. Otherwise nothing is asked, because asking makes the main process load its code. */
  readonly checkingMany?: boolean
  /** Another subscription is being read for the form of step 3, which stays on screen. */
  readonly browsing?: boolean
  /** What was done here for one start; another start has to be told anew. */
  readonly told?: { readonly of: string; readonly done: readonly Telling[] }
  /** ID of the offer that the last search found by a topic, whose place opens unfolded. */
  readonly sought?: string
}

export type DraftChange = { readonly [Name in keyof Drafts]?: Drafts[Name] | undefined }

/** Drafts of another sign-in must not appear in the form. */
export const NO_SIGN_IN = { signIn: undefined, checkFirst: undefined } as const
/** Forms start empty for another tenant. */
export const NO_TENANT = {
  editing: undefined,
  environmentId: undefined,
  apps: undefined,
  policy: undefined,
  person: undefined,
  browsing: undefined,
} as const

const DraftsContext = createContext<Drafts>({})
export const DraftsProvider = DraftsContext.Provider
/** Separate from the wizard, so that typing redraws only what reads drafts. */
export const useDrafts = (): Drafts => useContext(DraftsContext)

const WizardContext = createContext<Wizard | undefined>(undefined)
export const WizardProvider = WizardContext.Provider

export function useWizard(): Wizard {
  const wizard = useContext(WizardContext)
  if (wizard === undefined) throw new Error('useWizard needs a WizardProvider around it.')
  return wizard
}

// Four times a minute is enough for times shown to the minute.
const TICK_MS = 15_000

/** @returns milliseconds since a moment of `performance.now()`, to the tick */
export function useElapsed(since: number, tick: number): number {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), tick)
    return () => clearInterval(timer)
  }, [tick])
  return Math.max(0, now - since)
}

/**
 * The engagement's time: the view's plus the time since its arrival.
 * @param tick update interval in milliseconds
 * @returns milliseconds since 1970-01-01T00:00:00Z
 */
export function useNow(tick = TICK_MS): number {
  const { view, arrivedAt } = useWizard()
  return view.now + useElapsed(arrivedAt, tick)
}
