import type { Cloud } from '../machines/cloud/cloud.ts'
import type { LeftOut } from '../machines/engine/for-each.ts'

/** Context besides actions. */
export interface ScriptContext {
  readonly cloud: Cloud
  /** The script stops in any other directory. */
  readonly tenantId: string
  readonly writtenAt: number
  /** Omissions with reasons. */
  readonly leftOut?: readonly LeftOut[]
}

/** By file name; the first is the entry point. */
export type ScriptFiles = Readonly<Record<string, string>>
