import type { CalendarEvent } from '../engine/calendar.ts'
import type { ViewWith } from '../engine/wizard/presentation.ts'
import type { DisplayText } from '../messages/message.ts'
import type { ClosingWords } from './closing/closing.ts'
import type { CoverageView } from './coverage/view.ts'
import type { KeyDates, KeyMapView } from './key-map/view.ts'
import type { LandscapeView } from './landscape/view.ts'
import type { EnvironmentRow, StepPicture } from './picture.ts'
import type { WhatIfView } from './what-if/view.ts'

/** Dates to remember, the first one first. */
export type CalendarView = readonly Pick<CalendarEvent, 'key' | 'title' | 'at' | 'on'>[]

/** What this procedure shows of its own. */
export interface OwnView {
  readonly beside: {
    /** What is connected to what; absent on the start page. */
    readonly keyMap?: KeyMapView
    readonly coverage?: CoverageView
    /** What would take the environments offline, on the page of the operations. */
    readonly whatIf?: WhatIfView
    /** The dates that a calendar file holds, where it can be saved; empty where none is known. */
    readonly calendar?: CalendarView
    /** On the page of operations, where a key was read. */
    readonly keyDates?: KeyDates
    readonly landscape?: LandscapeView
    /** The operation that can't wait, on every page: the environment is deleted without it. */
    /** `keyIsBack`: it was read, and can be used again. */
    readonly emergency?: { readonly operation: string; readonly title: DisplayText; readonly text: DisplayText; readonly keyIsBack?: true }
    /** The environment is in another policy than the one that was chosen, and the operations that change that. */
    readonly otherPolicy?: {
      readonly text: DisplayText
      readonly ways: readonly { readonly operation: string; readonly title: DisplayText }[]
    }
  }
  readonly step: { readonly picture: StepPicture }
  readonly preflight: {
    /** To choose from, until one is chosen. */
    readonly environments: readonly EnvironmentRow[]
    /** What step 3 would suggest, and what this read takes for decided. */
    readonly assumed?: { readonly vault: string; readonly key: string; readonly policy: string }
  }
  readonly closing: ClosingWords
}

/** The whole of what the window shows. */
export type View = ViewWith<OwnView>
