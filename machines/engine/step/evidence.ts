/** A request to a service and its response: the source of a fact. Contains no host, query, body or secret. */
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
  /** When the response arrived, in milliseconds since 1970-01-01T00:00:00Z on the engagement's clock. */
  readonly at: number
}

const isPlain = (value: object): boolean => Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype

const evidenceOf = (value: object): readonly Exchange[] | undefined =>
  'evidence' in value && Array.isArray(value.evidence) ? (value.evidence as readonly Exchange[]) : undefined

/**
 * The facts as one check sees them. Each answer that it looks at adds its requests to `evidence`: so what a finding names as
 * its evidence is what the check really read, and no list of it has to be kept by hand.
 */
export function notingEvidence<Facts>(facts: Facts): { readonly seen: Facts; readonly evidence: ReadonlySet<Exchange> } {
  const evidence = new Set<Exchange>()
  const watch = <T>(value: T): T => {
    if (typeof value !== 'object' || value === null) return value
    const own = evidenceOf(value)
    for (const exchange of own ?? []) evidence.add(exchange)
    // An answer is read as a whole: what stands inside it has no evidence of its own.
    if (own !== undefined || 'ok' in value || !isPlain(value)) return value
    return new Proxy(value, { get: (target, name) => watch(Reflect.get(target, name)) as unknown })
  }
  return { seen: watch(facts), evidence }
}
