import { z } from 'zod'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Maps known members to their canonical names; exact names win. */
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
 * An object with case-insensitive members (`customerManagedKeys`, `CustomerManagedKeys`); unknown ones are ignored. A
 * wrong type still fails, so that it doesn't count as absent.
 */
export function anyCase<S extends z.ZodRawShape>(shape: S) {
  const names = Object.keys(shape)
  return z.preprocess((value) => knownMembers(value, names), z.object(shape))
}

export const text = z.string().nullish()
