type Given<O> = { [K in keyof O]?: NonNullable<O[K]> }

const isGiven = <T>(value: T): value is NonNullable<T> => value !== undefined && value !== null

/**
 * Joins members that are always there with those a service may leave out, so that an absent member is absent and never
 * `undefined` or `null`: a reader of the object can recognize "not given" by the missing name.
 */
export function withOptional<R extends object, O extends object>(required: R, optional: O): R & Given<O> {
  const given: Given<O> = {}
  for (const name in optional) {
    const value = optional[name]
    if (isGiven(value)) given[name] = value
  }
  return { ...required, ...given }
}
