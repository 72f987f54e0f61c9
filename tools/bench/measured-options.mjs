import { electronOptions } from '../start.mjs'
import { isRoot } from '../system.mjs'

/**
 * How every measured program is started. A display without a screen has no graphics processor: told so, Chromium doesn't start three processes
 * that look for one, which hold a page up for 100 ms to 300 ms, now before its first script and now after.
 * @returns {string[]}
 */
export const measuredOptions = () => [...electronOptions({ root: isRoot() }), '--disable-gpu']
