import type { Cloud } from '#machines/cloud/cloud.ts'
import type { LeftOut } from '#machines/engine/for-each.ts'

export interface ScriptContext {
  readonly cloud: Cloud
  /** The script stops in any other directory. */
  readonly tenantId: string
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly writtenAt: number
  readonly leftOut?: readonly LeftOut[]
}

/** By file name; the first is the entry point. */
export type ScriptFiles = Readonly<Record<string, string>>
