import type { Decision } from './decisions.ts'

export const decide = (decision: Decision): { readonly type: 'DECIDE'; readonly decision: Decision } => ({ type: 'DECIDE', decision })
