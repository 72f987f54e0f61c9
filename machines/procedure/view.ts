import type { CalendarEvent } from '../engine/calendar.ts'
import type { StepId } from '../engine/step/finding.ts'
import type { ViewWith } from '../engine/wizard/presentation.ts'
import type { ProblemView } from '../engine/wizard/view-of-step.ts'
import type { DisplayText } from '../messages/message.ts'
import type { ClosingWords } from './closing/closing.ts'
import type { CoverageView } from './coverage/view.ts'
import type { KeyDates, KeyMapView } from './key-map/view.ts'
import type { LandscapeView } from './landscape/view.ts'
import type { EnvironmentRow, StepPicture } from './picture.ts'
import type { LatestEnd } from './situation/headlines.ts'
import type { SituationView } from './situation/view.ts'
import type { WhatIfView } from './what-if/view.ts'

export type CalendarView = readonly Pick<CalendarEvent, 'key' | 'title' | 'at' | 'on'>[]

export interface OwnView {
  readonly beside: {
    /** Present while a tenant is open. */
    readonly situation?: SituationView
    readonly keyMap?: KeyMapView
    readonly coverage?: CoverageView
    readonly whatIf?: WhatIfView
    readonly calendar?: CalendarView
    readonly keyDates?: KeyDates
    readonly landscape?: LandscapeView
    /** The urgent operation, on every page: without it the environment is deleted. */
    /** `keyIsBack`: the key was read and works again. */
    readonly emergency?: { readonly operation: string; readonly title: DisplayText; readonly text: DisplayText; readonly keyIsBack?: true }
    /** The environment is in another policy than the chosen one, with the operations that change that. */
    readonly otherPolicy?: {
      readonly text: DisplayText
      /** The page where it is decided which policy is used. */
      readonly step: StepId
      readonly environmentId: string
      readonly chosen: string
      /** The policy that it is in, as far as its ID says. */
      readonly held?: { readonly subscriptionId: string; readonly resourceGroup: string; readonly policyName: string }
      readonly ways: readonly { readonly operation: string; readonly title: DisplayText }[]
    }
  }
  /** `end`: of what the page waits for, as its heading. `begins`: of what is scheduled, likewise. */
  readonly step: { readonly picture: StepPicture; readonly end?: LatestEnd; readonly begins?: DisplayText }
  readonly preflight: {
    readonly environments: readonly EnvironmentRow[]
    /** Why the list of environments couldn't be read: an empty one then says nothing about the account. */
    readonly unlisted?: ProblemView
    /** Suggestions of step 3 that this reading assumes. */
    readonly assumed?: { readonly vault: string; readonly key: string; readonly policy: string }
  }
  readonly closing: ClosingWords
}

export type View = ViewWith<OwnView>
