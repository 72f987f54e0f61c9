/** What runs for an environment, in the list of engagements and in its situation. */
export const UNDER_WAY = ['encrypting', 'managing', 'removing', 'rotating', 'registering', 'assigning'] as const
export type UnderWay = (typeof UNDER_WAY)[number]
