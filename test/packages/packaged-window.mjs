/** Looks into the window of a packaged app through Chromium's own debugging port, which a file beside the app's archive must allow. */

export const START_LIMIT_MS = 30_000

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>} the address of the debugging port, once the app has announced it
 */
export function debuggingAddress(child) {
  return new Promise((resolve, reject) => {
    let printed = ''
    const timer = setTimeout(() => reject(new Error(`The app opened no debugging port in time. It printed:\n${printed}`)), START_LIMIT_MS)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The app ended with code ${code} before it opened a window. It printed:\n${printed}`)))
    child.stderr?.on('data', (/** @type {Buffer} */ chunk) => {
      printed += chunk
      const address = /DevTools listening on (ws:\S+)/.exec(printed)?.[1]
      if (address === undefined) return
      clearTimeout(timer)
      resolve(address)
    })
  })
}

/**
 * Looks at the first page.
 * @template Seen
 * @param {string} address
 * @param {(page: import('@playwright/test').Page) => Promise<Seen>} look
 * @returns {Promise<Seen>}
 */
export async function onFirstPage(address, look) {
  const { chromium } = await import('@playwright/test')
  const browser = await chromium.connectOverCDP(address)
  try {
    const context = browser.contexts()[0]
    if (context === undefined) throw new Error('The app has no browser context.')
    return await look(context.pages()[0] ?? (await context.waitForEvent('page', { timeout: START_LIMIT_MS })))
  } finally {
    await browser.close()
  }
}
