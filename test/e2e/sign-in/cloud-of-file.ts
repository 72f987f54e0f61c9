import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, expect as expectValue } from 'vitest'
import { chromiumMissing, openChromium } from './browser.ts'
import { type ServedCloud, serveCloud } from './served-cloud.ts'

/** One cloud for all tests of the file that calls this, with a browser that trusts it. It may complain of nothing. */
export function cloudOfFile(serve: () => Promise<ServedCloud> = serveCloud): {
  readonly cloud: () => ServedCloud
  readonly chromium: () => Browser
} {
  let served: ServedCloud | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    served = await serve()
    if (!chromiumMissing) browser = await openChromium(served)
  })
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
    expectValue(served?.complaints()).toBe('')
  })
  return { cloud: () => opened(served), chromium: () => opened(browser) }
}

/** Without a browser the tests that ask for one are skipped. */
function opened<Opened>(value: Opened | undefined): Opened {
  if (value === undefined) throw new Error('There is none: it did not start.')
  return value
}
