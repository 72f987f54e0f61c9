/** To be run in the page: keeps, for every key, how long it took until its result was painted, as `keystrokes`. In milliseconds. */
export const watchKeys = () => {
  /** @type {number[]} */
  const durations = []
  Reflect.set(globalThis, 'keystrokes', durations)
  document.addEventListener(
    'keydown',
    ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => durations.push(performance.now() - timeStamp))),
    true,
  )
}
