import type { Decision } from './decisions.ts'

/** The event by which a person decides something in this procedure. */
export const decide = (decision: Decision): { readonly type: 'DECIDE'; readonly decision: Decision } => ({ type: 'DECIDE', decision })
