/**
 * The practice tenant's interface: an HTTP request and its answer as plain values. The same handlers answer in process
 * (behind the Azure SDK's `HttpClient`) and over HTTPS on loopback.
 */
export interface HttpRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface HttpResponse {
  readonly status: number
  /** In the service's case: clients must compare case-insensitively. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly cut?: true
  /** Duration of the body in milliseconds. */
  readonly slow?: number
}

/** No answer: the connection stays open until the client gives up. */
export class NeverAnswered extends Error {
  override readonly name = 'NeverAnswered'
}

/** The connection breaks: a network error in process, a dropped socket on the server. */
export class ConnectionDropped extends Error {
  override readonly name = 'ConnectionDropped'
}
