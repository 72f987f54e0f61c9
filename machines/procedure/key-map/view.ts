import type { PartState } from '../../engine/wizard/parts.ts'
import type { DisplayText } from '../../messages/message.ts'
import type { LinkId } from '../link-ids.ts'
import type { StepId } from '../procedure.ts'
import type { MapElement } from './elements.ts'
import type { MapState } from './state.ts'

/** What the map says as a whole. */
export type MapHeadline =
  | 'nothing'
  /** Whether the environment is in a policy wasn't read. */
  | 'not-checked'
  | 'not-connected'
  | 'ready'
  | 'encrypting'
  | 'leaving'
  /** All seven are verified, and the environment says that its key is the customer's. */
  | 'encrypted'
  /** All seven are verified, and the environment doesn't say it yet. */
  | 'linked'
  | 'connected'
  /** The environment is in another policy than the chosen one. */
  | 'other-policy'
  | 'locked'

/** Four cards and three lines: what is connected to what, what is missing, and what happens next. */
export interface KeyMapView {
  readonly headline: MapHeadline
  readonly sentence: DisplayText
  /** What the stage on screen asks for, and how many changes are planned; absent where there is nothing to count. */
  readonly counts?: DisplayText
  /** When any of it was read last. Milliseconds since 1970-01-01T00:00:00Z. */
  readonly checkedAt?: number
  /** True while it is read again: what was known stays on screen. */
  readonly checking: boolean
  /** In the order of the map. */
  readonly elements: readonly MapElementView[]
}

/** Of the newest version of a key. Milliseconds since 1970-01-01T00:00:00Z. */
export interface KeyDates {
  readonly vault: string
  readonly key: string
  /** Absent: it has no expiration date. */
  readonly expires?: number
  /** From when on a person must rotate it. */
  readonly rotateFrom?: number
  readonly createdAt?: number
}

export interface MapElementView {
  readonly element: MapElement
  readonly form: 'card' | 'line'
  /** What it is: "Enterprise policy". */
  readonly kind: DisplayText
  readonly state: MapState
  /** The state in one or two words: "Encrypting" where a card is running. */
  readonly word: DisplayText
  readonly count?: number
  /** Whether it is there: `planned` where a change creates it. */
  readonly outline: 'solid' | 'ghost' | 'dashed'
  /** Of a card: its name, or why there is none. */
  readonly name?: DisplayText
  readonly badge?: { readonly word: DisplayText; readonly tone: 'production' | 'other' | 'identity' }
  readonly lines: readonly DisplayText[]
  /** Of the app: what users open. */
  readonly address?: DisplayText
  /** Users cannot work: said in place of the lines. */
  readonly outage?: DisplayText
  /** The step that proves it. */
  readonly step: StepId
  /** What it consists of, each as its own checks read it. */
  readonly parts: readonly PartState[]
  readonly about: MapAbout
}

/** "What is this?" */
export interface MapAbout {
  readonly question: DisplayText
  readonly text: DisplayText
  readonly facts: readonly { readonly label: DisplayText; readonly value: DisplayText; readonly id: boolean }[]
  /** What was found of it and is not settled, worst first. */
  readonly findings: readonly { readonly key: string; readonly title: DisplayText }[]
  readonly link?: { readonly id: LinkId; readonly title: DisplayText }
}
