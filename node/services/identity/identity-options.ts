import type { HttpClient } from '@azure/core-rest-pipeline'
import type { Cloud } from '#machines/cloud/cloud.ts'
import type { Clock } from '#machines/engine/clock.ts'
import type { Managed } from '#machines/managed/settings.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import type { RequestWatch } from '../azure/request-watch.ts'
import type { ProxyFor } from '../network/proxy.ts'
import type { Waits } from '../network/waits.ts'
import type { Keyring } from './keyring.ts'
import type { Files } from './sealed-files.ts'
import type { OpenBrowser } from './system-browser.ts'

export interface Words {
  /** BCP 47. */
  readonly locale: string
  readonly text: (text: DisplayText) => string
}

/** In bytes, of a certificate's or token's file. */
export const LARGEST_PROOF = 256 * 1024

export interface IdentityOptions {
  readonly customCloud?: { readonly cloud: Cloud; readonly authorities: readonly string[] }
  /** PEM, trusted in every cloud; read only for a sign-in. */
  readonly authorities: () => Promise<readonly string[]>
  readonly proxyFor: ProxyFor
  /** Organization's policy: allowed clouds and methods. */
  readonly managed?: Managed
  /** For service requests, not the sign-in; default: the network. */
  readonly httpClient?: HttpClient
  /** Observes each attempt of service requests, not of the sign-in. */
  readonly watch?: RequestWatch
  /** Hears each wait for a service or a tool; default: no one. */
  readonly waits?: Waits
  readonly openBrowser: OpenBrowser
  readonly words: Words
  readonly keyring: Keyring
  /** No prompts: remembered sign-ins and methods without a person only. */
  readonly quiet?: boolean
  /** What a service asks of the sign-in is asked for at once, without a page to ask on. */
  readonly confirmsAtOnce?: boolean
  readonly files: Files
  /** Whether a person chose this certificate file here: requests come from the window and from records, which others can write. */
  readonly isChosenFile: (file: string) => Promise<boolean>
  readonly readFile: (file: string) => Promise<string>
  readonly clock: Clock
  /** Numbers from 0 up to but not including 1. */
  readonly random: () => number
  /** For information. Never receives a secret. */
  readonly log: (line: string) => void
}
