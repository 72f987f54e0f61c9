import type { Check as AnyCheck } from '../engine/step/finding.ts'
import type { LinkId } from './link-ids.ts'
import type { SourceId } from './source-ids.ts'

/** The parts of a step that the window lists below its title, in order of work. */
export type Part = 'integration' | 'environment' | 'subscription' | 'vault' | 'key' | 'policy' | 'access' | 'reader' | 'managed' | 'link'

/** A check of this procedure: it names parts, links and documents that exist. */
export interface Check<Facts> extends AnyCheck<Facts> {
  readonly part: Part
  readonly link?: LinkId
  readonly source: SourceId
}
