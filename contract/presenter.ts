import * as z from 'zod/mini'
import { CASE_STAGES } from '#machines/engine/wizard/case-stages.ts'
import { type PresenterAct, SHIPPED_NOTES, STAGED_FAULTS } from './presenter-channels.ts'

export const presenterAct: z.ZodMiniType<PresenterAct> = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('go'), to: z.enum(['next', 'previous']) }),
  z.strictObject({ do: z.literal('advance'), hours: z.union([z.literal(1), z.literal(24)]) }),
  z.strictObject({ do: z.literal('fault'), fault: z.enum(STAGED_FAULTS) }),
  z.strictObject({ do: z.literal('jump'), to: z.enum(CASE_STAGES) }),
  z.strictObject({ do: z.literal('stage'), what: z.enum(['spotlight', 'bare']), on: z.boolean() }),
  z.strictObject({ do: z.literal('text-size'), to: z.enum(['larger', 'smaller']) }),
  z.strictObject({ do: z.literal('notes'), use: z.enum(SHIPPED_NOTES) }),
  z.strictObject({ do: z.enum(['end-faults', 'reset', 'clear-requests', 'swap', 'open-case', 'open-notes', 'save-notes']) }),
])
