import { resourceGroupId } from '../../ids.ts'

/** Fixed name, so that the wizard and scripts find the action group again. */
export const ACTION_GROUP_NAME = 'customer-managed-key'

/** Start of each mail, at most 12 characters. */
export const ACTION_GROUP_SHORT_NAME = 'cmk-expiry'

/** With more recipients, no one feels responsible. */
export const MOST_EMAILS = 10

export const actionGroupId = (subscriptionId: string, resourceGroup: string): string =>
  `${resourceGroupId(subscriptionId, resourceGroup)}/providers/Microsoft.Insights/actionGroups/${ACTION_GROUP_NAME}`

/** A mail recipient. Names must be unique in a group, as addresses are. */
export const emailReceiver = (email: string) => ({ name: email, emailAddress: email, useCommonAlertSchema: true })

/** Source: Microsoft's definition of the interface `Microsoft.Insights/actionGroups`, version 2023-01-01. */
export const actionGroupBody = (emails: readonly string[]) => ({
  location: 'Global',
  properties: { groupShortName: ACTION_GROUP_SHORT_NAME, enabled: true, emailReceivers: emails.map(emailReceiver) },
})

/** A single valid address, without separators or spaces. */
export const isEmail = (text: string): boolean => /^[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(text) && text.length <= 254

export const sameEmail = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()
