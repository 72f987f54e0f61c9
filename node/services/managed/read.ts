import type { Stats } from 'node:fs'
import { lstat } from 'node:fs/promises'
import path from 'node:path'
import type { Managed } from '#machines/managed/settings.ts'
import { type ManagedPlace, POLICY_FILE, POLICY_PROFILE } from './places.ts'

/**
 * Reads the organization's policy. Without one it only checks for the file or its folder, and on Windows once for the
 * keys; nothing else is loaded.
 * @returns undefined without a policy
 */
export async function readManaged(place: ManagedPlace): Promise<Managed | undefined> {
  if (place.platform === 'win32') return (await import('./read-places.ts')).readRegistry(place)
  const file = place.file ?? (place.platform === 'darwin' ? POLICY_PROFILE : POLICY_FILE)
  let found: Stats | Error
  try {
    found = await lstat(file)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if ('code' in error && error.code === 'ENOENT') {
      // Without a folder, nothing was moved away.
      return (await lstat(path.dirname(file)).catch(() => undefined)) && (await import('./read-places.ts')).readMissing(file, place)
    }
    found = error
  }
  const places = await import('./read-places.ts')
  if (found instanceof Error) return places.unreadable(file, found)
  return place.platform === 'darwin' ? places.readProfile(file, place) : places.readPolicyFile(file, place)
}
