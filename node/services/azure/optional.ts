type Given<O> = { [K in keyof O]?: NonNullable<O[K]> }

const isGiven = <T>(value: T): value is NonNullable<T> => value !== undefined && value !== null

/** Adds optional members only if present, never as `undefined` or `null`. */
export function withOptional<R extends object, O extends object>(required: R, optional: O): R & Given<O> {
  const given: Given<O> = {}
  for (const name in optional) {
    const value = optional[name]
    if (isGiven(value)) given[name] = value
  }
  return { ...required, ...given }
}
