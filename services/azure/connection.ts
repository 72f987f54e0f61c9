import type { TokenCredential } from '@azure/core-auth'
import type { HttpClient, PipelinePolicy, TlsSettings } from '@azure/core-rest-pipeline'
import type { Cloud } from '../../machines/cloud/cloud.ts'
import type { Clock } from '../../machines/engine/clock.ts'
import type { RequestWatch } from './request-watch.ts'

/** What every client needs to reach the services of one cloud for one person. */
export interface Connection {
  readonly cloud: Cloud
  readonly credential: TokenCredential
  /** Every wait goes through it. */
  readonly clock: Clock
  /** Numbers from 0 up to but not including 1. */
  readonly random: () => number
  /** Answers the requests; absent, they go out over the network. */
  readonly httpClient?: HttpClient
  /** For services whose certificate the system does not know, such as one on loopback. */
  readonly tlsOptions?: TlsSettings
  /** Decides how each request leaves this computer: straight or through a proxy, and which certificates are trusted. */
  readonly proxy?: PipelinePolicy
  /** Sees each try of each request. */
  readonly watch?: RequestWatch
}
