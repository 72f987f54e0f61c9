/* Comparison of service IDs: Azure compares them case-insensitively and returns changing case.
   Source: "Azure Resource Manager resource naming" (resource names aren't case-sensitive); both forms were seen in
   answers for one resource. */

/** Lower case without trailing slash. */
export const idKey = (id: string): string => id.toLowerCase().replace(/\/+$/, '')

/** An unknown ID equals none. */
export const sameId = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && idKey(one) === idKey(other)

const NAMES_A_RESOURCE = /\/(?:subscriptions|regions|providers)\/|^https:\/\//i

/** Comparable form of service text: the spelling of resources doesn't matter. */
export const wordsKey = (words: string): string => (NAMES_A_RESOURCE.test(words) ? idKey(words) : words)
