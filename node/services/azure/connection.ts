import type { TokenCredential } from '@azure/core-auth'
import type { HttpClient, PipelinePolicy, TlsSettings } from '@azure/core-rest-pipeline'
import type { Cloud } from '#machines/cloud/cloud.ts'
import type { Clock } from '#machines/engine/clock.ts'
import type { Waits } from '../network/waits.ts'
import type { RequestWatch } from './request-watch.ts'

export interface Connection {
  readonly cloud: Cloud
  readonly credential: TokenCredential
  readonly clock: Clock
  /** Hears what time the services have; absent where they have this clock. */
  readonly dates?: PipelinePolicy
  /** Numbers from 0 up to but not including 1. */
  readonly random: () => number
  readonly httpClient?: HttpClient
  /** For certificates that the system doesn't know, such as on loopback. */
  readonly tlsOptions?: TlsSettings
  /** Route (direct or proxy) and trusted certificates of each request. */
  readonly proxy?: PipelinePolicy
  readonly watch?: RequestWatch
  readonly waits?: Waits
}
