/** What is made when it is first asked for. */
export interface Lazily<T> {
  (): Promise<T>
  /** It, where it has been asked for; this never makes it. */
  readonly made: () => Promise<T> | undefined
}

/**
 * Makes something when it is first asked for, and the same thing ever after. A failure is not kept: the next caller tries again.
 */
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

/** The same for things that come in several, one for each name. */
export function lazilyEach<T>(make: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const made = new Map<string, () => Promise<T>>()
  return (name) => {
    const known = made.get(name) ?? lazily(() => make(name))
    made.set(name, known)
    return known()
  }
}
