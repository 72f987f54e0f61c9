import type { Json } from '../../parsed-json.ts'
import type { Choices } from '../choices.ts'
import type { SignedInAccount } from '../services/services.ts'

export type { Json }

/** An original answer; it never leaves the memory of this program. */
export interface Heard {
  readonly method: string
  readonly url: string
  /** Key Vault's clients send their first request without a token, to receive a challenge. */
  readonly signedIn: boolean
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

export interface Recorded {
  readonly method: string
  /** Contains pseudonyms. */
  readonly url: string
  readonly signedIn: boolean
  readonly status: number
  /** Those that the wizard reads. */
  readonly headers: Readonly<Record<string, string>>
  /** Absent if not JSON. */
  readonly body?: Json
  readonly form?: 'empty' | 'page' | 'text'
}

export interface Recording {
  readonly format: 'cmk-wizard-recording'
  readonly version: 1
  readonly wizard: string
  readonly cloud: string
  /** Milliseconds since 1970-01-01T00:00:00Z. All times keep their distance from the moment of recording. */
  readonly at: number
  /** Nothing in it was real. */
  readonly practice?: true
  readonly account: SignedInAccount
  readonly choices: Pick<Choices, 'environmentId' | 'policy'>
  readonly answers: readonly Recorded[]
}

/** Replaces the scenario's name for an opened recording. */
export const RECORDING = 'recording'

/** Replaces the moment of recording. */
export const RECORDED_AT = Date.parse('2030-01-01T00:00:00Z')

export const isObject = (value: Json | undefined): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)
