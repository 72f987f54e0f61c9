import { expect as playwrightExpect } from '@playwright/test'

/** How long the window may take to show something. Two busy cores take their time. */
export const LOOK_LIMIT_MS = 15_000

/** The one way in which tests of the window wait: Playwright's expectations look until they hold, those of `expect.poll` at what main and files say. */
export const expect = playwrightExpect.configure({ timeout: LOOK_LIMIT_MS })
