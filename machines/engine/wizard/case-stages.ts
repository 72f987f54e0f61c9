/** Possible starts of a practice case, in the order of a walk. */
export const CASE_STAGES = ['prepare', 'check', 'step-1', 'step-2', 'step-3', 'step-4', 'waiting', 'done'] as const
export type CaseStage = (typeof CASE_STAGES)[number]
