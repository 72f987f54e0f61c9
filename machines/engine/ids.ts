/*
 * IDs of services, compared in one place: Azure compares resource IDs without case, and its services return them in changing case.
 * Source: "Azure Resource Manager resource naming" (resource names aren't case-sensitive); both forms were seen in answers for one resource.
 */

/** An ID in the one form in which IDs are compared: lower case, without a trailing slash. */
export const idKey = (id: string): string => id.toLowerCase().replace(/\/+$/, '')

/** Whether two IDs name one thing. One that isn't known is no other's. */
export const sameId = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && idKey(one) === idKey(other)

const NAMES_A_RESOURCE = /\/(?:subscriptions|regions|providers)\/|^https:\/\//i

/** Words of a service in the form in which they are compared: where they name a resource, its spelling says nothing. */
export const wordsKey = (words: string): string => (NAMES_A_RESOURCE.test(words) ? idKey(words) : words)

/** Whether words of a service say the same, however they spell the resources in them. */
export const sameWords = (one: string, other: string): boolean => wordsKey(one) === wordsKey(other)
