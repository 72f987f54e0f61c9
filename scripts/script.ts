import type { Cloud } from '../machines/cloud/cloud.ts'
import type { LeftOut } from '../machines/engine/for-each.ts'

/** What a script must know besides its actions. */
export interface ScriptContext {
  readonly cloud: Cloud
  /** The directory the script may work in. It stops in any other. */
  readonly tenantId: string
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly writtenAt: number
  /** What the plan leaves out, and why. */
  readonly leftOut?: readonly LeftOut[]
}

/** Text by file name. The first one is the one to begin with. */
export type ScriptFiles = Readonly<Record<string, string>>
