import type { Choices } from '../choices.ts'
import type { SignedInAccount } from '../services.ts'

/** What came, as JSON tells it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** One answer of a service as it came. It never leaves the memory of this program. */
export interface Heard {
  readonly method: string
  readonly url: string
  /** Key Vault’s clients send their first request without a token, to be told which one it wants. */
  readonly signedIn: boolean
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** One answer of which only the structure is left. */
export interface Recorded {
  readonly method: string
  /** Names and IDs in it are pseudonyms. */
  readonly url: string
  readonly signedIn: boolean
  readonly status: number
  /** Those that the wizard reads. */
  readonly headers: Readonly<Record<string, string>>
  /** Absent where the answer was no JSON. */
  readonly body?: Json
  /** What the answer was in place of JSON. */
  readonly form?: 'empty' | 'page' | 'text'
}

/** What a tenant answered, without a string of the tenant. */
export interface Recording {
  readonly format: 'cmk-wizard-recording'
  readonly version: 1
  /** Of the wizard that recorded it. */
  readonly wizard: string
  /** ID of the cloud. */
  readonly cloud: string
  /** Milliseconds since 1970-01-01T00:00:00Z. Each time in it is as far from this one as it was from the moment of the recording. */
  readonly at: number
  /** Nothing in it was real. */
  readonly practice?: true
  readonly account: SignedInAccount
  readonly choices: Pick<Choices, 'environmentId' | 'policy'>
  readonly answers: readonly Recorded[]
}

/** In place of a scenario's name, where a recording is opened. */
export const RECORDING = 'recording'

/** The moment that every recording has in place of its own. */
export const RECORDED_AT = Date.parse('2030-01-01T00:00:00Z')

export const isObject = (value: Json | undefined): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)
