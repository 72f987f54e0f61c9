import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { LOCK } from '../../records/engagement/folder-store.ts'
import { type Holding, holderAtWork } from '../../records/engagement/lock.ts'

const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => [])

/** Windows with other profiles are processes of the same program, which an update would replace. */
async function profilesBeside(userData: string): Promise<readonly string[]> {
  const above = path.dirname(userData)
  const base = path.basename(above) === 'profiles' ? path.dirname(above) : userData
  const profiles = path.join(base, 'profiles')
  return [base, ...(await namesIn(profiles)).map((name) => path.join(profiles, name))]
}

/** Whether another window, with any profile, has an environment open, by its lock. @param userData profile of this window */
export async function otherWindowAtWork(userData: string, run: Holding): Promise<boolean> {
  for (const profile of await profilesBeside(userData)) {
    const engagements = path.join(profile, 'engagements')
    for (const name of await namesIn(engagements)) {
      const holder = await holderAtWork(path.join(engagements, name, LOCK), run)
      if (holder?.host === run.host && holder.processId !== run.processId) return true
    }
  }
  return false
}
