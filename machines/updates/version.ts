// Limited digits keep numbers exact.
const VERSION = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?:-beta\.(\d{1,9}))?$/

type Numbers = readonly [major: number, minor: number, patch: number, beta: number]

function numbersOf(version: string): Numbers | undefined {
  const [whole, major, minor, patch, beta] = VERSION.exec(version) ?? []
  if (whole === undefined) return undefined
  // A beta precedes its release: https://semver.org/#spec-item-11
  return [Number(major), Number(minor), Number(patch), beta === undefined ? Number.POSITIVE_INFINITY : Number(beta)]
}

/** `1.2.3` or `1.2.3-beta.4`. */
export const isVersion = (version: string): boolean => numbersOf(version) !== undefined

/** @returns negative if older, 0 if equal, positive if newer @throws RangeError for an invalid version */
export function compareVersions(first: string, second: string): number {
  const [one, other] = [numbersOf(first), numbersOf(second)]
  if (!one || !other) throw new RangeError(`${one ? second : first} is not a version of this app.`)
  for (const [index, number] of one.entries()) {
    const against = other[index] ?? 0
    if (number !== against) return number < against ? -1 : 1
  }
  return 0
}
