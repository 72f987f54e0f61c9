import type { ReportFormat } from '../machines/engine/report-formats.ts'
import type { DisplayText } from '../machines/messages/message.ts'
import type { Engagement } from '../records/engagement/engagement.ts'
import type { KeptReport } from '../records/engagement/reports.ts'
import { type EngagementStore, engagementId } from '../records/engagement/store.ts'

/** What became of the copy of a report: none where the environment isn't in the team's store. */
export type ReportCopy = { readonly copy: 'kept' } | { readonly copy: 'failed'; readonly why: DisplayText } | { readonly copy: 'none' }

/** What is in such a copy; none where it isn't there. */
export type ReadCopy =
  | { readonly copy: 'read'; readonly content: Uint8Array }
  | { readonly copy: 'failed'; readonly why: DisplayText }
  | { readonly copy: 'none' }

export interface ReportCopies {
  /** The copies of the reports on the open environment that the team saved, the newest first; none where they can't be listed now. */
  list(): Promise<readonly KeptReport[]>
  /** Reads one of them. @param name as it was listed */
  read(name: string): Promise<ReadCopy>
  /** Keeps a copy of a report that a person has saved. */
  keep(format: ReportFormat, content: string | Uint8Array): Promise<ReportCopy>
}

/** Why the team's store could not be asked. */
async function failed(error: unknown): Promise<{ readonly copy: 'failed'; readonly why: DisplayText }> {
  const { teamWords } = await import('../records/team/words.ts')
  return { copy: 'failed', why: teamWords(error) }
}

/** @param current the environment that is open; nothing in the practice tenant, which is on no disk */
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
