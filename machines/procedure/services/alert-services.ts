import type { Answer } from '../../engine/answer.ts'

export interface AlertService {
  /**
   * Event subscriptions, including those of system topics, that turn a key's near-expiry event into an alert.
   * @param keyName excludes subscriptions for other keys only
   */
  listNearExpiryAlerts(vaultId: string, keyName: string, signal?: AbortSignal): Promise<Answer<readonly NearExpiryAlert[]>>
  alertNearExpiry(alert: NewNearExpiryAlert, signal?: AbortSignal): Promise<Answer<NearExpiryAlert>>
  /** @param id Azure resource ID of an action group */
  readActionGroup(id: string, signal?: AbortSignal): Promise<Answer<ActionGroup>>
  /** Adds recipients to an action group, creating it if absent. Keeps everything else. */
  mailAlerts(id: string, emails: readonly string[], signal?: AbortSignal): Promise<Answer<ActionGroup>>
}

export interface NearExpiryAlert {
  readonly id: string
  /** Azure resource IDs of the notified groups. */
  readonly actionGroups: readonly string[]
}

export interface ActionGroup {
  readonly id: string
  /** Recipients; none while the group is disabled. */
  readonly emails: readonly string[]
  /** Recipients who unsubscribed. */
  readonly unsubscribed: readonly string[]
}

export interface NewNearExpiryAlert {
  readonly vaultId: string
  readonly name: string
  readonly actionGroup: string
}
