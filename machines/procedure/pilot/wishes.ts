/** Whether others get the pilot's own key and policy where they may, or each its own. */
export const POLICY_WISHES = ['same', 'own'] as const
export type PolicyWish = (typeof POLICY_WISHES)[number]
