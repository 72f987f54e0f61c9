/** Share the pilot's key and policy where possible, or create own ones. */
export const POLICY_WISHES = ['same', 'own'] as const
export type PolicyWish = (typeof POLICY_WISHES)[number]
