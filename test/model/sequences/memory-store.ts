import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { type Engagement, newEngagement, readEngagement, writeEngagement } from '#node/records/engagement/engagement.ts'
import { verifyChain } from '#node/records/engagement/journal/chain.ts'
import { type Journal, memoryJournal } from '#node/records/engagement/journal/journal.ts'
import type { EngagementStore, Listed } from '#node/records/engagement/store.ts'
import { START } from '../../leaping-time.ts'

/** A disk in memory: what is read from it was written as text, as on a real one. @param now as lines of the journal bear it */
export function memoryStore(now: () => number): EngagementStore {
  const places = new Map<string, { text?: string; journal: Journal; listed?: Listed }>()
  return {
    list: async () =>
      [...places].flatMap(([id, place]) => {
        const read = place.text === undefined || place.listed ? undefined : readEngagement(CUSTOMER_MANAGED_KEYS, place.text)
        if (read) place.listed = read.ok ? { id, ok: true, engagement: read.engagement } : { id, ok: false, why: read.why }
        return place.listed ?? []
      }),
    reports: async () => [],
    report: async () => undefined,
    keepReport: async () => undefined,
    journal: async () => verifyChain([]),
    async open({ tenantId, environmentId }, whose) {
      const id = `${tenantId} ${environmentId}`.toLowerCase()
      const place = places.get(id) ?? { journal: memoryJournal(now) }
      places.set(id, place)
      const read = place.text === undefined ? undefined : readEngagement(CUSTOMER_MANAGED_KEYS, place.text)
      if (read && !read.ok) return { ok: false, why: read.why }
      return {
        ok: true,
        open: {
          engagement: read?.engagement ?? newEngagement(whose, START),
          isNew: read === undefined,
          journal: place.journal,
          recovered: [],
          lines: await place.journal.lines(),
          checkRest: async () => undefined,
          takenOver: async () => undefined,
          save: async (engagement: Engagement) => {
            place.text = writeEngagement({ ...engagement, savedAt: START })
            delete place.listed
          },
          close: async () => undefined,
        },
      }
    },
    breakLock: async () => true,
    remove: async () => undefined,
  }
}
