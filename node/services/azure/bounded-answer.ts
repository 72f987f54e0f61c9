import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createInflate } from 'node:zlib'
import { type PipelinePolicy, type PipelineRequest, type PipelineResponse, RestError } from '@azure/core-rest-pipeline'
import { DEEPEST_JSON, excessIn, LONGEST_JSON } from '#machines/parsed-json.ts'
import { answerMessages } from '../answer-messages.ts'
import { ToldError } from '../told-error.ts'

/** An answer that isn't read: too long or nested too deeply. Asking again gives the same. */
export class AnswerRefused extends ToldError {
  override readonly name = 'AnswerRefused'
}

const MB = 1024 * 1024

/** What of one answer is read. */
export interface AnswerLimits {
  /** As sent and as decompressed. */
  readonly bytes: number
  readonly values: number
}

/** More values are validated for too long. */
export const USUAL_ANSWER: AnswerLimits = { bytes: LONGEST_JSON, values: 500_000 }

/** The admin API lists all environments of a tenant in one answer: 10,000 of them have 37 MB and 1.6 million values. */
export const ENVIRONMENTS_ANSWER: AnswerLimits = { bytes: 64 * MB, values: 2_500_000 }

const EVERY_STATUS = new Set([Number.POSITIVE_INFINITY])

/**
 * Reads the answer's text itself, and stops at the limit while it arrives. Microsoft's client collects an answer of any length.
 * Decision 0220: the client has no limit. Innermost of the policies, so that each attempt is limited.
 */
export function boundedAnswerPolicy({ bytes: largest, values }: AnswerLimits = USUAL_ANSWER): PipelinePolicy {
  return {
    name: 'boundedAnswer',
    async sendRequest(request, next) {
      const response = await next(asStream(request))
      const { host } = new URL(request.url)
      const text = response.bodyAsText ?? (await textOf(response, request, largest, host))
      if (text !== undefined && text.length > largest) throw tooLong(host, largest)
      refuseExcess(text ?? '', host, values)
      const { readableStreamBody: _, ...rest } = response
      return { ...rest, bodyAsText: text ?? null }
    },
  }
}

const tooLong = (host: string, largest: number): AnswerRefused =>
  new AnswerRefused(answerMessages.tooLong({ host, size: Math.max(1, Math.round(largest / MB)) }))

/** Only what could be JSON: a page may have any brackets. */
function refuseExcess(text: string, host: string, most: number): void {
  if (!/^\uFEFF?\s*[[{]/.test(text)) return
  const excess = excessIn(text, { deepest: DEEPEST_JSON, most })
  if (excess === 'too-deep') throw new AnswerRefused(answerMessages.tooDeep({ host, levels: DEEPEST_JSON }))
  if (excess === 'too-many') throw new AnswerRefused(answerMessages.tooMany({ host, count: most }))
}

/**
 * As it was sent: the client would decompress without a limit on what arrives, and wait forever for the rest of a cut-off answer. It
 * decompresses if it sees that it asked for it, so the header is added behind its back.
 */
function asStream(request: PipelineRequest): PipelineRequest {
  const { headers } = request
  headers.delete('Accept-Encoding')
  request.streamResponseStatusCodes = EVERY_STATUS
  request.requestOverrides = {
    ...request.requestOverrides,
    // When sent: the client adds the length just before.
    get headers() {
      return { ...headers.toJSON({ preserveCase: true }), 'Accept-Encoding': 'gzip, deflate' }
    },
  }
  return request
}

async function textOf(
  { readableStreamBody: body, headers, status }: PipelineResponse,
  request: PipelineRequest,
  largest: number,
  host: string,
): Promise<string | undefined> {
  if (body === undefined) return undefined
  const parts: Buffer[] = []
  const refusal = tooLong(host, largest)
  const collecting = new Writable({
    write(part: Buffer, _encoding, done) {
      parts.push(part)
      done()
    },
  })
  const { abortSignal: signal } = request
  try {
    await pipeline(
      [body, upTo(largest, refusal), ...decoders(headers.get('Content-Encoding')), upTo(largest, refusal), collecting],
      signal instanceof AbortSignal ? { signal } : {},
    )
  } catch (error) {
    if (error instanceof AnswerRefused || (error instanceof Error && error.name === 'AbortError')) throw error
    const why = error instanceof Error ? error.message : String(error)
    // As the client says it for an answer that is cut off.
    throw new RestError(`Error reading response as text: ${why}`, { code: RestError.PARSE_ERROR, statusCode: status, request })
  }
  return Buffer.concat(parts).toString('utf8')
}

/** Passes everything on until it's too much. */
function upTo(largest: number, refusal: AnswerRefused): Transform {
  let length = 0
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      length += part.length
      if (length > largest) done(refusal)
      else done(null, part)
    },
  })
}

/** Other encodings aren't asked for; their bytes are no text. */
function decoders(encoding = ''): readonly Transform[] {
  switch (encoding.toLowerCase()) {
    case 'gzip':
      return [createGunzip()]
    case 'deflate':
      return [createInflate()]
    default:
      return []
  }
}
