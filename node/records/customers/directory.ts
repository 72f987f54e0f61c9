import { defined } from '#machines/defined.ts'
import type { DirectoryEnvironment, ReadDirectory } from '#machines/engine/directory.ts'
import { sameId } from '#machines/engine/ids.ts'
import type { EngagementRow, EngagementState } from '#machines/engine/wizard/view.ts'
import type { Engagement } from '../engagement/engagement.ts'
import { engagementId } from '../engagement/store.ts'
import type { Check } from './check.ts'

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

/** Row for the start page. @param check last batch check */
export function rowOfNotStarted({ id, directory, environment }: NotStarted, check?: Check): EngagementRow {
  const { tenant, cloud, account, at } = directory
  return {
    id,
    customer: tenant.name,
    tenantId: tenant.id,
    cloud: cloud.name,
    account: account.userName,
    savedAt: at,
    steps: [],
    environment: environment.displayName,
    environmentId: environment.id,
    environmentType: environment.type,
    ...defined({ checkedAt: check?.at, keyExpires: check?.keyExpires }),
    state: stateOf(at, check),
  }
}

function stateOf(at: number, check: Check | undefined): EngagementState {
  if (check?.locked) return { kind: 'locked' }
  return check?.inEffect ? { kind: 'encrypted' } : { kind: 'not-started', listedAt: at }
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
