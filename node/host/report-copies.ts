import type { ReportFormat } from '#machines/engine/report-formats.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import type { Engagement } from '../records/engagement/engagement.ts'
import type { KeptReport } from '../records/engagement/reports.ts'
import { type EngagementStore, engagementId } from '../records/engagement/store.ts'

/** Result of storing a copy; none outside the team's store. */
export type ReportCopy = { readonly copy: 'kept' } | { readonly copy: 'failed'; readonly why: DisplayText } | { readonly copy: 'none' }

export type ReadCopy =
  | { readonly copy: 'read'; readonly content: Uint8Array }
  | { readonly copy: 'failed'; readonly why: DisplayText }
  | { readonly copy: 'none' }

export interface ReportCopies {
  /** The team's copies for the open environment, newest first; empty if they can't be listed. */
  list(): Promise<readonly KeptReport[]>
  /** @param name from the list */
  read(name: string): Promise<ReadCopy>
  keep(format: ReportFormat, content: string | Uint8Array): Promise<ReportCopy>
}

async function failed(error: unknown): Promise<{ readonly copy: 'failed'; readonly why: DisplayText }> {
  const { teamWords } = await import('../records/team/words.ts')
  return { copy: 'failed', why: teamWords(error) }
}

/** @param current the open environment; undefined in practice, which isn't stored */
export function createReportCopies(store: EngagementStore | undefined, current: () => Engagement | undefined): ReportCopies {
  const idOfCurrent = (): string | undefined => {
    const { tenant, environment } = current() ?? {}
    return tenant && environment && engagementId({ tenantId: tenant.id, environmentId: environment.id })
  }
  return {
    async list() {
      const id = idOfCurrent()
      if (!store || id === undefined) return []
      return store.reports(id).catch((error: unknown) => {
        console.error('The reports in the team store could not be listed:', error)
        return []
      })
    },
    async read(name) {
      const id = idOfCurrent()
      if (!store || id === undefined) return { copy: 'none' }
      try {
        const content = await store.report(id, name)
        return content === undefined ? { copy: 'none' } : { copy: 'read', content }
      } catch (error) {
        return failed(error)
      }
    },
    async keep(format, content) {
      const id = idOfCurrent()
      if (!store || id === undefined) return { copy: 'none' }
      try {
        return { copy: (await store.keepReport(id, { format, content })) ? 'kept' : 'none' }
      } catch (error) {
        return failed(error)
      }
    },
  }
}
