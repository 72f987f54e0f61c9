import { defined } from '#machines/defined.ts'
import type { DirectoryEnvironment, ReadDirectory } from '#machines/engine/directory.ts'
import { sameId } from '#machines/engine/ids.ts'
import { type Engagement, NEVER_READ, newEngagement } from '../engagement/engagement.ts'
import { engagementId } from '../engagement/store.ts'

/** Environments of a tenant, as last read. Contains no secret. */
export interface Directory extends Pick<Engagement, 'cloud' | 'tenant' | 'account' | 'signIn'>, ReadDirectory {
  /** IDs of hidden environments: later readings don't restore them. */
  readonly hidden?: readonly string[]
}

export interface NotStarted {
  readonly id: string
  readonly directory: Directory
  readonly environment: DirectoryEnvironment
}

/** Environments without an engagement that aren't hidden. @param begun IDs of the engagements */
export function notStarted(directories: readonly Directory[], begun: ReadonlySet<string>): readonly NotStarted[] {
  return directories.flatMap((directory) =>
    directory.environments.flatMap((environment) => {
      const id = engagementId({ tenantId: directory.tenant.id, environmentId: environment.id })
      return begun.has(id) || directory.hidden?.includes(environment.id) ? [] : [{ id, directory, environment }]
    }),
  )
}

/** Its record, if it were begun now. @param steps IDs */
export const recordOfNotStarted = (
  { directory, environment: { id, displayName, type } }: NotStarted,
  steps: readonly string[],
): Engagement => {
  const { cloud, tenant, account, at } = directory
  return newEngagement(
    {
      appVersion: '',
      cloud,
      tenant,
      account,
      environment: { id, displayName, type },
      reached: '',
      steps: Object.fromEntries(steps.map((step) => [step, NEVER_READ])),
    },
    at,
  )
}

const isOf = (tenantId: string) => (each: Directory) => sameId(each.tenant.id, tenantId)

/** Replaces a tenant's environments; hidden ones stay hidden. */
export function withDirectory(kept: readonly Directory[], read: Directory): readonly Directory[] {
  const before = kept.find(isOf(read.tenant.id))
  const others = kept.filter((each) => each !== before)
  return [...others, { ...read, ...defined({ hidden: before?.hidden }) }]
}

export const withoutEnvironment = (kept: readonly Directory[], tenantId: string, environmentId: string): readonly Directory[] =>
  kept.map((each) => (isOf(tenantId)(each) ? { ...each, hidden: [...new Set([...(each.hidden ?? []), environmentId])] } : each))
