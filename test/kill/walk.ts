import * as z from 'zod'
import type { WizardView } from '#messages/view.ts'
import { isView } from '../received-view.ts'
import { instant } from './instants.ts'

/** Order for each walk, from the process that serves the tenant. */
export const order = z.object({
  /** Where the engagements are. */
  folder: z.string(),
  /** The team's store; absent: the folder is the only place. */
  team: z.optional(z.object({ url: z.string(), authority: z.string() })),
  /** Where the tenant answers: `http://127.0.0.1:PORT`. */
  address: z.string(),
  /** Its name, as `wayOf` takes it. */
  walk: z.string(),
  /** The tenant's time, milliseconds since 1970-01-01T00:00:00Z. */
  now: z.number(),
  /** Absent: it is not killed, or from outside. */
  instant: z.optional(instant),
  /** Tell each place that is come to. */
  tellPlaces: z.optional(z.boolean()),
})
export type Order = z.infer<typeof order>

/** Requests, a line of JSON each: begin a walk, or close the current one. */
export const asked = z.union([order, z.literal('stop')])
export type Asked = z.infer<typeof asked>

/** Replies, a line of JSON each. */
export const said = z.discriminatedUnion('say', [
  /** The walk begins. */
  z.object({ say: z.literal('begun') }),
  z.object({ say: z.literal('place'), kind: z.enum(['file', 'request']), name: z.string(), nth: z.int(), at: z.number() }),
  z.object({ say: z.literal('listed'), states: z.array(z.string()) }),
  z.object({
    say: z.literal('held'),
    state: z.enum(['here', 'gone', 'elsewhere', 'unreadable', 'released']),
    processId: z.optional(z.int()),
  }),
  z.object({ say: z.literal('recovery'), differences: z.array(z.string()), recovered: z.array(z.string()) }),
  z.object({ say: z.literal('told'), title: z.string() }),
  /** With what is on screen then. */
  z.object({ say: z.literal('end'), why: z.optional(z.string()), view: z.optional(z.custom<WizardView>(isView)) }),
  /** Asked to stop: what was open is closed. */
  z.object({ say: z.literal('stopped') }),
])
export type Said = z.infer<typeof said>

/** The exit code of an error that nothing has caught: that of Node.js is the one by which Windows ends a process that is killed. */
export const FAILED = 70

/** A request of the killed process carries what else the tenant must know: the origin that it was meant for, and the time. */
export const MEANT_FOR = 'practice-origin'
export const TIME = 'practice-time'
/** Who signs in, and their tokens: by these paths of a separate origin. */
export const SIGN_IN = 'https://sign-in.practice'
