import type { PipelinePolicy, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline'
import * as z from 'zod'
import type { Clock } from '#machines/engine/clock.ts'
import { parsedJson } from '#machines/parsed-json.ts'
import { currentSignal } from '../azure/trail.ts'

/* The identity library takes the numbers of a device code as they come: without an interval it asks hundreds of times a second, and
   without an end it never stops. It ends the sign-in when it's asked to slow down. Source: RFC 8628, sections 3.2 and 3.5. */

/** In seconds. */
const USUAL_INTERVAL = 5
const LONGEST_INTERVAL = 60
/** In seconds; Microsoft's. */
const USUAL_LIFETIME = 15 * 60
const LONGEST_LIFETIME = 24 * 60 * 60
/** In milliseconds: by how much each answer asks to slow down. */
const SLOWER_BY = 5_000

/** Older services write numbers as text. */
const seconds = (usual: number, longest: number) =>
  z.coerce
    .number()
    .min(0)
    .catch(usual)
    .transform((value) => Math.min(value, longest))

const offered = z.looseObject({
  device_code: z.string(),
  expires_in: z.preprocess((value) => value ?? Number.NaN, seconds(USUAL_LIFETIME, LONGEST_LIFETIME)),
  interval: z.preprocess((value) => value ?? Number.NaN, seconds(USUAL_INTERVAL, LONGEST_INTERVAL)),
})

const slowDown = z.object({ error: z.literal('slow_down') })

const asksForTokens = ({ body }: PipelineRequest): boolean =>
  typeof body === 'string' && /device_code$/.test(new URLSearchParams(body).get('grant_type') ?? '')

const answering = (response: PipelineResponse, body: object): PipelineResponse => ({ ...response, bodyAsText: JSON.stringify(body) })

/** Of one sign-in. @param clock of the pauses that the service asks for */
export function deviceCodePolicy(clock: Pick<Clock, 'sleep'>): PipelinePolicy {
  let pause = 0
  return {
    name: 'deviceCode',
    async sendRequest(request, next) {
      if (asksForTokens(request)) {
        if (pause > 0) await clock.sleep(pause, currentSignal())
        const response = await next(request)
        if (!slowDown.safeParse(parsedJson(response.bodyAsText ?? '')).success) return response
        pause += SLOWER_BY
        return answering(response, { error: 'authorization_pending' })
      }
      const response = await next(request)
      if (!/\/devicecode$/i.test(new URL(request.url).pathname)) return response
      const read = offered.safeParse(parsedJson(response.bodyAsText ?? ''))
      return read.success ? answering(response, read.data) : response
    },
  }
}
