/** One request that was made to a service, and what came back: how a fact is known. No host, no query, no body, no secret. */
export interface Exchange {
  /** `GET`, `PUT`, … */
  readonly method: string
  readonly path: string
  /** Absent when no answer came. */
  readonly status?: number
  /** The id this wizard gave the request (`x-ms-client-request-id`). */
  readonly clientRequestId?: string
  /** The service's id of the request (`x-ms-request-id`). */
  readonly requestId?: string
  /** `x-ms-correlation-id` or `x-ms-correlation-request-id`: what Microsoft's support asks for. */
  readonly correlationId?: string
  /** When the answer was there, milliseconds since 1970-01-01T00:00:00Z on the engagement's clock. */
  readonly at: number
}
