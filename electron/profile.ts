import { closeSync, openSync, rmSync } from 'node:fs'
import path from 'node:path'
import { app } from 'electron'
import type { DisplayText } from '#machines/messages/message.ts'
import { temporaryProfile } from '#node/records/temporary-profile.ts'
import { createFolder } from '#node/services/create-folder.ts'
import { startMessages } from './messages.ts'
import type { StartOptions } from './window/start-options.ts'

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const unusable = (folder: string, error: unknown): DisplayText => startMessages.profileUnusable({ folder, error: messageOf(error) })

function take(folder: string): void {
  app.setPath('userData', folder)
  app.setPath('sessionData', folder)
}

/**
 * Before the lock, which is per profile: windows with different profiles run side by side and share nothing.
 * @param leaves removes a temporary profile at the end
 * @returns why the folder can't be made
 */
export function openProfile(
  { classFile, profile }: Pick<StartOptions, 'classFile' | 'profile'>,
  leaves: (remove: () => void) => void,
): DisplayText | undefined {
  const parent = classFile === undefined ? app.getPath('userData') : app.getPath('temp')
  try {
    if (classFile !== undefined) {
      const { folder, remove } = temporaryProfile()
      leaves(remove)
      take(folder)
    } else if (profile !== undefined) {
      const folder = path.join(parent, 'profiles', profile)
      createFolder(folder)
      take(folder)
    }
    return undefined
  } catch (error) {
    return unusable(parent, error)
  }
}

/**
 * Electron refuses its lock to a second start, and to each start that can't write in the profile.
 * @param folder of the profile
 * @returns why it can't be written; undefined if it can
 */
export function whyUnwritable(folder: string): DisplayText | undefined {
  const attempt = path.join(folder, `writable-${process.pid}.unfinished`)
  try {
    createFolder(folder)
    closeSync(openSync(attempt, 'wx'))
    rmSync(attempt, { force: true })
    return undefined
  } catch (error) {
    return unusable(folder, error)
  }
}
