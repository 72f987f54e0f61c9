import type { Staging } from '../messages/staging.ts'

/*
 * Between main and the trainer's window. It has channels of its own: its page can send nothing that the class's window can send, and the
 * other way around. This file has what the preload needs, and nothing that parses.
 */

import type { CaseStage } from '../machines/engine/wizard/case-stages.ts'

export const PRESENTER_GET = 'presenter:get'
export const PRESENTER_DO = 'presenter:do'
export const PUSH_PRESENTER = 'presenter:view'

/** At the end of the page's address in the trainer's window. It says what is drawn there; what is answered goes by the sender. */
export const PRESENTER_MARK = '#presenter'

/** What a trainer can let go wrong, by name. */
export const STAGED_FAULTS = ['throttling', 'expired-token', 'failed-link', 'lost-network'] as const
export type StagedFault = (typeof STAGED_FAULTS)[number]

/** Keys that direct the class's window from either window, also while a field has the focus: as Electron and the page call them. */
export const STAGE_KEYS = { bare: 'F7', swap: 'F8', spotlight: 'F9' } as const

/** Notes that come with the app. */
export const SHIPPED_NOTES = ['20-minutes', '60-minutes'] as const
export type ShippedNotes = (typeof SHIPPED_NOTES)[number]

/** The same, and a file of the trainer's own. */
export const NOTES_IN_USE = [...SHIPPED_NOTES, 'own'] as const
export type NotesInUse = (typeof NOTES_IN_USE)[number]

/** All that the trainer's window can ask of main; parsed by presenter.ts. */
export type PresenterAct =
  | { readonly do: 'go'; readonly to: 'next' | 'previous' }
  | { readonly do: 'advance'; readonly hours: 1 | 24 }
  | { readonly do: 'fault'; readonly fault: StagedFault }
  /** Leaves the case as it is, and opens it at a stage. */
  | { readonly do: 'jump'; readonly to: CaseStage }
  /** The class's window as it is to be shown. */
  | { readonly do: 'stage'; readonly what: keyof Staging; readonly on: boolean }
  /** Of the class's window. */
  | { readonly do: 'text-size'; readonly to: 'larger' | 'smaller' }
  | { readonly do: 'notes'; readonly use: ShippedNotes }
  /** `open-case` opens the case of this stage. `swap` brings the class's window to the front. */
  | { readonly do: 'end-faults' | 'reset' | 'clear-requests' | 'swap' | 'open-case' | 'open-notes' | 'save-notes' }

/** A few words of a note, in bold or not. */
export interface NoteRun {
  readonly text: string
  readonly strong: boolean
}

/** What the notes say of one stage of the session. */
export interface SessionStage {
  readonly title: string
  readonly minutes: number
  /** Name of the case it's for, from here on; absent: that of the stage before. */
  readonly scenario?: string
  /** Each with what kind it is in the notes' own language: say, show, ask, do. */
  readonly points: readonly { readonly label: string; readonly runs: readonly NoteRun[] }[]
}

/** A session as its notes have it. */
export interface SessionNotes {
  readonly title: string
  /** Name of the case that is opened. */
  readonly scenario: string
  readonly stages: readonly [SessionStage, ...SessionStage[]]
}

/** One request, as it may be shown: no host, no query, no header, no body. */
export interface LoggedRequest {
  readonly id: number
  /** The practice tenant's time, milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  readonly method: string
  readonly path: string
  /** Absent where no answer came. */
  readonly status?: number
  /** How long the answer took, in milliseconds. */
  readonly took: number
}

/** Where the machines are: names as in docs/statechart.md. */
export interface ChartView {
  /** State of the wizard, from the outermost. */
  readonly wizard: readonly string[]
  /** State of the step that runs; absent where none does. */
  readonly step?: readonly string[]
  /** What happened last. */
  readonly last?: { readonly machine: 'wizard' | 'step'; readonly event: string; readonly from: string; readonly to: string }
}

/** What the app is doing, for a trainer and for support. Times are milliseconds since 1970-01-01T00:00:00Z. */
export interface BackstageView {
  readonly revision: number
  readonly language: string
  readonly stages: readonly { readonly title: string; readonly state: 'done' | 'now' | 'later' }[]
  readonly chart: ChartView
  /** The newest one last. */
  readonly requests: readonly LoggedRequest[]
}

/** The whole of what the trainer's window shows. */
export interface PresenterView extends BackstageView {
  /** Real time when the view was made. */
  readonly now: number
  readonly session: SessionNotes
  readonly notes: {
    readonly use: NotesInUse
    /** Of the trainer's own file, without its folder. */
    readonly name?: string
  }
  /** Why notes could not be opened or saved. */
  readonly problem?: string
  /** What this stage is for, where another case or none is open. */
  readonly caseToOpen?: string
  /** Index of the stage that is under way. */
  readonly stage: number
  /** Real time at which the session, and this stage, began. */
  readonly began: number
  readonly stageBegan: number
  /** What the class sees; absent while no case is open. */
  readonly shown?: { readonly title: string; readonly page: string; readonly clock: number }
  readonly staging: Staging
  /** Zoom factor of the class's window. */
  readonly textSize: number
  /** Where its case can be jumped to. */
  readonly jumps: readonly CaseStage[]
  /** While a jump is under way. */
  readonly isJumping: boolean
  /** Why the last jump didn't end where it was to. */
  readonly jumpRefused?: string
  readonly faults: readonly StagedFault[]
}

/** What the preload gives the trainer's page. */
export interface PresenterBridge {
  /** @param act a `PresenterAct`; main parses it */
  act(act: unknown): Promise<unknown>
  getView(): Promise<PresenterView | BackstageView | { readonly ok: false; readonly why: string }>
  /** @returns a function that ends the subscription */
  onView(listener: (view: PresenterView | BackstageView) => void): () => void
}
