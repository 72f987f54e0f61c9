import type { z } from 'zod'
import type { Answer } from '#machines/engine/answer.ts'
import type { Clock } from '#machines/engine/clock.ts'
import type { RestClient } from './client-options.ts'
import { exchangeFor, readPages } from './exchange.ts'
import { withOptional } from './optional.ts'

export type Page<T> = z.ZodType<{ readonly value: readonly T[]; readonly nextLink?: string | null | undefined }>

export const readList = <T>(
  page: Page<T>,
  client: RestClient,
  first: string,
  clock: Clock,
  signal: AbortSignal | undefined,
): Promise<Answer<readonly T[]>> =>
  readPages(first, async (url) => {
    const read = await exchangeFor(page, () => client.send({ method: 'GET', url }), clock, signal)
    return read.ok ? { ok: true, value: withOptional({ entries: read.value.value }, { next: read.value.nextLink || undefined }) } : read
  })
