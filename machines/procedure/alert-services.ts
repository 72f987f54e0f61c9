import type { Answer } from '../engine/answer.ts'

/** The part of the Azure port that is about alerts before a key expires. */
export interface AlertService {
  /**
   * Event subscriptions of a key vault that turn the near-expiry event of a key into an alert, its system topics' included.
   * @param keyName one that is only about other keys isn't among them
   */
  listNearExpiryAlerts(vaultId: string, keyName: string, signal?: AbortSignal): Promise<Answer<readonly NearExpiryAlert[]>>
  alertNearExpiry(alert: NewNearExpiryAlert, signal?: AbortSignal): Promise<Answer<NearExpiryAlert>>
  /** @param id Azure resource ID of an action group */
  readActionGroup(id: string, signal?: AbortSignal): Promise<Answer<ActionGroup>>
  /** Adds people to an action group, which is created where there is none. Everything else about it stays. */
  mailAlerts(id: string, emails: readonly string[], signal?: AbortSignal): Promise<Answer<ActionGroup>>
}

/** An event subscription that ends in an Azure Monitor alert. */
export interface NearExpiryAlert {
  readonly id: string
  /** Azure resource IDs of those that it tells. */
  readonly actionGroups: readonly string[]
}

/** Who is told of an alert. */
export interface ActionGroup {
  readonly id: string
  /** Those who get mail. None while it is turned off. */
  readonly emails: readonly string[]
  /** Those who would get mail, but asked for none. */
  readonly unsubscribed: readonly string[]
}

export interface NewNearExpiryAlert {
  readonly vaultId: string
  /** Of the event subscription. */
  readonly name: string
  /** Azure resource ID of the action group that is told. */
  readonly actionGroup: string
}
