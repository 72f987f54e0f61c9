import type { Staging } from '#messages/staging.ts'

/* Channels between main process and trainer's window, separate from the main window's. For the preload: names only, no schemas. */

import type { CaseStage } from '#machines/engine/wizard/case-stages.ts'

export const PRESENTER_GET = 'presenter:get'
export const PRESENTER_DO = 'presenter:do'
export const PUSH_PRESENTER = 'presenter:view'

/** Hash of the trainer's page. Selects what is drawn; authorization checks the sender. */
export const PRESENTER_MARK = '#presenter'

export const STAGED_FAULTS = ['throttling', 'expired-token', 'failed-link', 'lost-network'] as const
export type StagedFault = (typeof STAGED_FAULTS)[number]

/** Keys for presenting, in both windows and in fields, in Electron's names. */
export const STAGE_KEYS = { bare: 'F7', swap: 'F8', spotlight: 'F9' } as const

export const SHIPPED_NOTES = ['20-minutes', '60-minutes'] as const
export type ShippedNotes = (typeof SHIPPED_NOTES)[number]

/** Includes the trainer's own file. */
export const NOTES_IN_USE = [...SHIPPED_NOTES, 'own'] as const
export type NotesInUse = (typeof NOTES_IN_USE)[number]

/** Calls of the trainer's window, parsed by presenter.ts. */
export type PresenterAct =
  | { readonly do: 'go'; readonly to: 'next' | 'previous' }
  | { readonly do: 'advance'; readonly hours: 1 | 24 }
  | { readonly do: 'fault'; readonly fault: StagedFault }
  | { readonly do: 'jump'; readonly to: CaseStage }
  | { readonly do: 'stage'; readonly what: keyof Staging; readonly on: boolean }
  /** For the main window. */
  | { readonly do: 'text-size'; readonly to: 'larger' | 'smaller' }
  | { readonly do: 'notes'; readonly use: ShippedNotes }
  /** `open-case` opens the stage's case. `swap` focuses the main window. */
  | { readonly do: 'end-faults' | 'reset' | 'clear-requests' | 'swap' | 'open-case' | 'open-notes' | 'save-notes' }

export interface NoteRun {
  readonly text: string
  readonly strong: boolean
}

export interface SessionStage {
  readonly title: string
  readonly minutes: number
  /** Case from here on; absent: as before. */
  readonly scenario?: string
  /** Labels in the notes' language: say, show, ask, do. */
  readonly points: readonly { readonly label: string; readonly runs: readonly NoteRun[] }[]
}

export interface SessionNotes {
  readonly title: string
  readonly scenario: string
  readonly stages: readonly [SessionStage, ...SessionStage[]]
}

/** Without host, query, headers and body. */
export interface LoggedRequest {
  readonly id: number
  /** Practice time, milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  readonly method: string
  readonly path: string
  readonly status?: number
  /** Milliseconds. */
  readonly took: number
}

/** Machine states, named as in docs/statechart.md. */
export interface ChartView {
  readonly wizard: readonly string[]
  /** Absent without a running step. */
  readonly step?: readonly string[]
  readonly last?: { readonly machine: 'wizard' | 'step'; readonly event: string; readonly from: string; readonly to: string }
}

/** Times are milliseconds since 1970-01-01T00:00:00Z. */
export interface BackstageView {
  readonly revision: number
  readonly language: string
  readonly stages: readonly { readonly title: string; readonly state: 'done' | 'now' | 'later' }[]
  readonly chart: ChartView
  readonly requests: readonly LoggedRequest[]
}

export interface PresenterView extends BackstageView {
  readonly now: number
  readonly session: SessionNotes
  readonly notes: {
    readonly use: NotesInUse
    /** File name of custom notes, without folder. */
    readonly name?: string
  }
  readonly problem?: string
  /** Case of this stage, if it isn't open. */
  readonly caseToOpen?: string
  readonly stage: number
  readonly began: number
  readonly stageBegan: number
  readonly shown?: { readonly title: string; readonly page: string; readonly clock: number }
  readonly staging: Staging
  readonly textSize: number
  readonly jumps: readonly CaseStage[]
  readonly isJumping: boolean
  readonly jumpRefused?: string
  readonly faults: readonly StagedFault[]
}

export interface PresenterBridge {
  /** @param act a `PresenterAct`; the main process parses it */
  act(act: unknown): Promise<unknown>
  getView(): Promise<PresenterView | BackstageView | { readonly ok: false; readonly why: string }>
  /** @returns unsubscribe */
  onView(listener: (view: PresenterView | BackstageView) => void): () => void
}
