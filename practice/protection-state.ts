/* What protects a key, and who could take it away: as the practice tenant keeps it. */

/** A role that a person can activate. */
export interface EligibleRoleState {
  readonly scope: string
  readonly roleId: string
  readonly principalId: string
}

/** A Log Analytics workspace. */
export interface WorkspaceState {
  readonly id: string
  readonly name: string
  readonly location: string
}

export interface DiagnosticSettingState {
  readonly resourceId: string
  readonly name: string
  readonly workspaceId: string
  readonly logs: readonly { readonly category: string; readonly enabled: boolean }[]
}

/** What happens with an event of a key vault: it becomes an alert. */
export interface EventSubscriptionState {
  readonly vaultId: string
  /** The system topic that it was made in, where it was made in one. */
  readonly topic?: string
  readonly name: string
  readonly severity: string
  /** IDs. */
  readonly actionGroups: readonly string[]
  readonly eventTypes: readonly string[]
  /** What Azure is doing with it, and until when: it accepts a subscription before it is in effect. Absent long afterwards. */
  readonly underWay?: { readonly as: 'Creating' | 'Updating'; readonly until: number }
}

/** Who is told of an alert. */
export interface ActionGroupState {
  readonly id: string
  readonly shortName: string
  readonly enabled: boolean
  readonly emails: readonly { readonly name: string; readonly emailAddress: string; readonly unsubscribed?: true }[]
}

export interface LockState {
  /** What it was set on; everything below is locked with it. */
  readonly scope: string
  readonly name: string
  readonly level: string
  readonly notes?: string
}
