export interface EligibleRoleState {
  readonly scope: string
  readonly roleId: string
  readonly principalId: string
}

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

export interface EventSubscriptionState {
  readonly vaultId: string
  /** System topic, if any. */
  readonly topic?: string
  readonly name: string
  readonly severity: string
  readonly actionGroups: readonly string[]
  readonly eventTypes: readonly string[]
  /** Azure's pending change, and its end: a subscription is accepted before it takes effect. Absent long afterwards. */
  readonly underWay?: { readonly as: 'Creating' | 'Updating'; readonly until: number }
}

export interface ActionGroupState {
  readonly id: string
  readonly shortName: string
  readonly enabled: boolean
  readonly emails: readonly { readonly name: string; readonly emailAddress: string; readonly unsubscribed?: true }[]
}

export interface LockState {
  /** Scope, including everything below. */
  readonly scope: string
  readonly name: string
  readonly level: string
  readonly notes?: string
}
