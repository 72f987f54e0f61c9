/**
 * The seam of the practice tenant: one HTTP request and its answer, as plain values. The same handlers answer in process
 * (behind the Azure SDK pipeline's `HttpClient`) and over HTTPS on loopback (for other tools).
 */
export interface HttpRequest {
  /** Upper case. */
  readonly method: string
  /** Absolute https URL. */
  readonly url: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface HttpResponse {
  readonly status: number
  /** Names in the case the service would send them: clients must compare without case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The connection breaks in the middle of the body. */
  readonly cut?: true
  /** The body takes so many milliseconds to arrive. */
  readonly slow?: number
}

/** No answer ever comes, and the connection stays open until the client gives up. */
export class NeverAnswered extends Error {
  override readonly name = 'NeverAnswered'
}

/** The connection broke instead of an answer: the in-process client turns it into a network error, the server drops the socket. */
export class ConnectionDropped extends Error {
  override readonly name = 'ConnectionDropped'
}
