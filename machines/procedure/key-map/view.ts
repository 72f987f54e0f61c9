import type { PartState } from '../../engine/wizard/parts.ts'
import type { DisplayText } from '../../messages/message.ts'
import type { LinkId } from '../links/link-ids.ts'
import type { StepId } from '../procedure.ts'
import type { MapElement } from './elements.ts'
import type { MapState } from './state.ts'

export type MapHeadline =
  | 'nothing'
  /** Policy membership unread. */
  | 'not-checked'
  | 'not-connected'
  | 'ready'
  | 'encrypting'
  | 'leaving'
  /** Microsoft couldn't finish the encryption. */
  | 'failed'
  /** All seven verified, and the environment reports the customer's key. */
  | 'encrypted'
  /** All seven verified, but the environment doesn't report the customer's key yet. */
  | 'linked'
  | 'connected'
  /** The environment is in another policy than the chosen one. */
  | 'other-policy'
  | 'locked'

export interface KeyMapView {
  readonly headline: MapHeadline
  readonly sentence: DisplayText
  readonly counts?: DisplayText
  /** Last reading. Milliseconds since 1970-01-01T00:00:00Z. */
  readonly checkedAt?: number
  readonly checking: boolean
  readonly elements: readonly MapElementView[]
}

/** Of the newest version of a key. Milliseconds since 1970-01-01T00:00:00Z. */
export interface KeyDates {
  readonly vault: string
  readonly key: string
  /** Absent: no expiration. */
  readonly expires?: number
  /** Start of the period in which a person must rotate it. */
  readonly rotateFrom?: number
  readonly createdAt?: number
}

export interface MapElementView {
  readonly element: MapElement
  readonly form: 'card' | 'line'
  /** For example "Enterprise policy". */
  readonly kind: DisplayText
  readonly state: MapState
  readonly word: DisplayText
  readonly count?: number
  readonly outline: 'solid' | 'ghost' | 'dashed'
  /** Name of a card, or why there is none. */
  readonly name?: DisplayText
  readonly badge?: { readonly word: DisplayText; readonly tone: 'production' | 'other' | 'identity' }
  readonly lines: readonly DisplayText[]
  readonly address?: DisplayText
  /** Users can't work: shown instead of the lines. */
  readonly outage?: DisplayText
  readonly step: StepId
  readonly parts: readonly PartState[]
  readonly about: MapAbout
}

export interface MapAbout {
  readonly question: DisplayText
  readonly text: DisplayText
  readonly facts: readonly { readonly label: DisplayText; readonly value: DisplayText; readonly id: boolean }[]
  /** Unsettled findings, worst first. */
  readonly findings: readonly { readonly key: string; readonly title: DisplayText }[]
  readonly link?: { readonly id: LinkId; readonly title: DisplayText }
}
