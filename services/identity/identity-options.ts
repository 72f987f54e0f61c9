import type { HttpClient } from '@azure/core-rest-pipeline'
import type { Cloud } from '../../machines/cloud/cloud.ts'
import type { Clock } from '../../machines/engine/clock.ts'
import type { Managed } from '../../machines/managed/settings.ts'
import type { DisplayText } from '../../machines/messages/message.ts'
import type { RequestWatch } from '../azure/request-watch.ts'
import type { ProxyFor } from '../network/proxy.ts'
import type { Keyring } from './keyring.ts'
import type { Files } from './sealed-files.ts'
import type { OpenBrowser } from './system-browser.ts'

/** The person's language. */
export interface Words {
  /** BCP 47. */
  readonly locale: string
  readonly text: (text: DisplayText) => string
}

/** What every way to sign in needs of its surroundings. */
export interface IdentityOptions {
  /** A cloud given as a file, beside those the wizard knows. */
  readonly customCloud?: { readonly cloud: Cloud; readonly authorities: readonly string[] }
  /** Extra certificate authorities as PEM, trusted in every cloud: read with a sign-in, which alone needs them. */
  readonly authorities: () => Promise<readonly string[]>
  readonly proxyFor: ProxyFor
  /** What an organization sets on this computer: which clouds and ways are allowed. */
  readonly managed?: Managed
  /** Sends what the services are asked; absent: the network. The sign-in itself doesn't go through it. */
  readonly httpClient?: HttpClient
  /** Sees each try of each request to the services; the sign-in itself doesn't come to it. */
  readonly watch?: RequestWatch
  readonly openBrowser: OpenBrowser
  /** For the pages that the browser shows at the end of a sign-in. */
  readonly words: Words
  readonly keyring: Keyring
  /** No one is asked: only what is remembered, and ways without a person, sign in. */
  readonly quiet?: boolean
  /** Where sealed sign-ins are kept. */
  readonly files: Files
  readonly readFile: (file: string) => Promise<string>
  /** Of real tenants: real time. */
  readonly clock: Clock
  /** Numbers from 0 up to but not including 1. */
  readonly random: () => number
  /** For what the person need not act on. Never receives a secret. */
  readonly log: (line: string) => void
}
