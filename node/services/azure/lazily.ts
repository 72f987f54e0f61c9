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

/** As `lazily`, per name. */
export function lazilyEach<T>(make: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const made = new Map<string, () => Promise<T>>()
  return (name) => {
    const known = made.get(name) ?? lazily(() => make(name))
    made.set(name, known)
    return known()
  }
}
