import { resourceGroupId } from '../../ids.ts'

/** The wizard's own action group is found by it again, and so is the one that a script has made. */
export const ACTION_GROUP_NAME = 'customer-managed-key'

/** What a mail of it begins with: at most 12 characters. */
export const ACTION_GROUP_SHORT_NAME = 'cmk-expiry'

/** More people than this, and no one feels addressed. */
export const MOST_EMAILS = 10

export const actionGroupId = (subscriptionId: string, resourceGroup: string): string =>
  `${resourceGroupId(subscriptionId, resourceGroup)}/providers/Microsoft.Insights/actionGroups/${ACTION_GROUP_NAME}`

/** Someone who gets mail. Names have to be unique in a group, and addresses are. */
export const emailReceiver = (email: string) => ({ name: email, emailAddress: email, useCommonAlertSchema: true })

/** A new action group. Source: Microsoft's definition of the interface `Microsoft.Insights/actionGroups`, version 2023-01-01. */
export const actionGroupBody = (emails: readonly string[]) => ({
  location: 'Global',
  properties: { groupShortName: ACTION_GROUP_SHORT_NAME, enabled: true, emailReceivers: emails.map(emailReceiver) },
})

/** Whether mail can be sent there: one name, one at sign, a domain. No list separators, and no spaces. */
export const isEmail = (text: string): boolean => /^[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(text) && text.length <= 254

/** The same address, whatever its case. */
export const sameEmail = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()
