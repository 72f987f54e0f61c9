// @ts-nocheck: loaded by Electron itself, before the app and outside of its types.
// The time of the whole main process stands `wizardIsAhead` milliseconds ahead, which a test can set.
globalThis.wizardIsAhead = 0
globalThis.Date = new Proxy(Date, {
  construct: (Standing, given) => (given.length === 0 ? new Standing(Standing.now() + globalThis.wizardIsAhead) : new Standing(...given)),
  get: (Standing, name) => (name === 'now' ? () => Standing.now() + globalThis.wizardIsAhead : Reflect.get(Standing, name)),
})

// The first look at what a service does comes at once, not after the five seconds that a real one is given. A limit, which keeps no process, stays.
const timers = require('node:timers/promises')
const { setTimeout: pause } = timers
timers.setTimeout = (milliseconds, value, how) => pause(milliseconds === 5_000 && how?.ref !== false ? 0 : milliseconds, value, how)
require('node:module').syncBuiltinESMExports()
