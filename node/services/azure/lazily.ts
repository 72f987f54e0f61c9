export interface Lazily<T> {
  (): Promise<T>
  /** The value if created; never creates it. */
  readonly made: () => Promise<T> | undefined
}

/** Creates a value on first use and keeps it. Failures aren't kept: the next caller retries. */
export function lazily<T>(make: () => Promise<T>): Lazily<T> {
  let made: Promise<T> | undefined
  const ask = () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
  return Object.assign(ask, { made: () => made })
}
