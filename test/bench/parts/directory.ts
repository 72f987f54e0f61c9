import { createDefaultHttpClient } from '@azure/core-rest-pipeline'
import { isPicture } from '#machines/procedure/picture.ts'
import { observe } from '#machines/procedure/reading.ts'
import type { EnvironmentRow } from '#messages/view.ts'
import { signInTo } from './served-tenant.ts'
import { readingWholeAnswers } from './whole-answer.ts'

export interface DirectoryReading {
  readonly environments: number
  /** In 10⁶ bytes. */
  readonly answerMb: number
  /** From the end of the answer to the rows for the window. */
  readonly mappedMs: number
  /** Retained memory above the start, in 10⁶ bytes. */
  readonly keptMb: number
  /** Peak memory above the start, in 10⁶ bytes. */
  readonly highestMb: number
}

const CONNECTIONS_KEPT_MS = 7000

const used = (): number => {
  const { heapUsed, external, arrayBuffers } = process.memoryUsage()
  return heapUsed + external + arrayBuffers
}

/**
 * Reads the list of environments as step 1 does without a choice.
 * @param file output of the practice tenant's `--json`
 * @param collect runs a garbage collection (`--expose-gc`)
 */
export async function readDirectory(
  file: string,
  collect: () => void,
): Promise<{ readonly reading: DirectoryReading; readonly rows: readonly EnvironmentRow[] }> {
  const tenant = await signInTo(file)
  const network = readingWholeAnswers(createDefaultHttpClient())
  let answeredAt = 0
  let answerMb = 0
  const { services } = tenant.open({
    async sendRequest(request) {
      const response = await network.sendRequest(request)
      answeredAt = performance.now()
      answerMb = (response.bodyAsText?.length ?? 0) / 1e6
      return response
    },
  })
  const { signal } = new AbortController()
  collect()
  const before = used()
  let highest = before
  const watch = setInterval(() => {
    highest = Math.max(highest, used())
  }, 5)
  const { picture } = await observe('integration', { services, choices: {}, now: Date.now, signal })
  const mappedMs = performance.now() - answeredAt
  clearInterval(watch)
  highest = Math.max(highest, used())
  if (!isPicture(picture) || picture.kind !== 'environments') throw new Error('Step 1 shows something else than environments.')
  // A kept-alive connection holds its first call's answer for some seconds.
  await new Promise((resolve) => setTimeout(resolve, CONNECTIONS_KEPT_MS))
  collect()
  const { environments: rows } = picture
  const reading = { environments: rows.length, answerMb, mappedMs, keptMb: (used() - before) / 1e6, highestMb: (highest - before) / 1e6 }
  return { reading, rows }
}
