import { z } from 'zod'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Members of an answer that we know, under the names we know them by; an exact name wins over one in another case. */
function knownMembers(value: unknown, names: readonly string[]): unknown {
  if (!isRecord(value)) return value
  const folded = new Map(Object.keys(value).map((key) => [key.toLowerCase(), key]))
  const known: Record<string, unknown> = {}
  for (const name of names) {
    const key = Object.hasOwn(value, name) ? name : folded.get(name.toLowerCase())
    if (key !== undefined) known[name] = value[key]
  }
  return known
}

/**
 * An object as these services send it: members in any case (`customerManagedKeys`, `CustomerManagedKeys`), unknown members
 * ignored. What is wrong in kind (a list where an object belongs) still fails, so that nothing is taken for "absent" that is not.
 */
export function anyCase<S extends z.ZodRawShape>(shape: S) {
  const names = Object.keys(shape)
  return z.preprocess((value) => knownMembers(value, names), z.object(shape))
}

/** Text that may be absent or null. */
export const text = z.string().nullish()
