/** Where a practice case can be started, in the order in which a walk comes to them. */
export const CASE_STAGES = ['prepare', 'check', 'step-1', 'step-2', 'step-3', 'step-4', 'waiting', 'done'] as const
export type CaseStage = (typeof CASE_STAGES)[number]
