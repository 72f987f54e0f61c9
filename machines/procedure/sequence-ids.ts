/** The documented steps, in the document's own order. */
export const STEP_IDS = ['integration', 'environment', 'policy', 'membership'] as const
export type StepId = (typeof STEP_IDS)[number]

/** Operations after the link, each a small sequence of its own; those without downtime come first, the way out comes last. */
export const OPERATION_IDS = ['rotate', 're-enable', 'change', 'revert'] as const
export type OperationId = (typeof OPERATION_IDS)[number]

export type SequenceId = StepId | OperationId
