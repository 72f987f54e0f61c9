import { defined } from '#machines/defined.ts'
import { type EngagementStore, engagementId, type Listed } from '../engagement/store.ts'
import { teamMessages as messages } from './messages.ts'

const savedAt = (each: Listed): number => (each.ok ? each.engagement.savedAt : 0)

/** @param here rows of this computer's folder @param there rows of the team's store */
export function joinedLists(here: readonly Listed[], there: readonly Listed[]): readonly Listed[] {
  const ids = new Set(there.map(({ id }) => id))
  const own = new Set(here.map(({ id }) => id))
  const shared = there.map((each) => {
    const note = each.note ?? (own.has(each.id) ? messages.alsoHere : undefined)
    return { ...each, inTeam: true as const, ...defined({ note }) }
  })
  return [...shared, ...here.filter(({ id }) => !ids.has(id))].sort((a, b) => savedAt(b) - savedAt(a))
}

/**
 * Combines this computer's folder and the team's store. Engagements open where they are, and stay in the folder until they are moved. New
 * ones begin in the store, if there is one.
 * @param team returns the store, if set up
 */
export function sharedStore(folder: EngagementStore, team: () => Promise<EngagementStore | undefined>): EngagementStore {
  const isIn = async (store: EngagementStore, id: string): Promise<boolean> => (await store.list()).some((each) => each.id === id)
  async function holderOf(id: string): Promise<EngagementStore> {
    const shared = await team()
    if (!shared) return folder
    return !(await isIn(folder, id)) || (await isIn(shared, id)) ? shared : folder
  }
  let lacking: EngagementStore | undefined
  return {
    lacks: () => lacking?.lacks?.(),
    async list() {
      const shared = await team()
      lacking = shared
      const [here, there] = await Promise.all([folder.list(), shared?.list() ?? []])
      return joinedLists(here, there)
    },
    journal: async (id) => (await holderOf(id)).journal(id),
    open: async (place, whose, procedure) => (await holderOf(engagementId(place))).open(place, whose, procedure),
    breakLock: async (place, lockId) => (await holderOf(engagementId(place))).breakLock(place, lockId),
    remove: async (id) => (await holderOf(id)).remove(id),
    // Without a team, reports are only where the person saved them.
    async reports(id) {
      const shared = await team()
      return shared && (await isIn(shared, id)) ? shared.reports(id) : []
    },
    async report(id, name) {
      const shared = await team()
      return shared && (await isIn(shared, id)) ? shared.report(id, name) : undefined
    },
    async keepReport(id, report) {
      const shared = await team()
      return shared && (await isIn(shared, id)) ? shared.keepReport(id, report) : undefined
    },
  }
}
