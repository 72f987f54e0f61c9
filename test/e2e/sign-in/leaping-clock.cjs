// @ts-nocheck: loaded by Electron itself, before the app and outside of its types.
// The time of the whole main process stands `wizardIsAhead` milliseconds ahead, which a test can set.
globalThis.wizardIsAhead = 0
globalThis.Date = new Proxy(Date, {
  construct: (Standing, given) => (given.length === 0 ? new Standing(Standing.now() + globalThis.wizardIsAhead) : new Standing(...given)),
  get: (Standing, name) => (name === 'now' ? () => Standing.now() + globalThis.wizardIsAhead : Reflect.get(Standing, name)),
})
