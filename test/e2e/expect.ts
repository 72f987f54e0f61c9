import { expect as playwrightExpect } from '@playwright/test'

/** How long the window may take to show something. Two busy cores take their time. */
export const LOOK_LIMIT_MS = 15_000

/** Playwright's own expectations: they look until they hold. */
export const expect = playwrightExpect.configure({ timeout: LOOK_LIMIT_MS })
