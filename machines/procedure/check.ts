import type { Check as AnyCheck } from '../engine/step/finding.ts'
import type { LinkId } from './links/link-ids.ts'
import type { SourceId } from './sources/source-ids.ts'

export type Part = 'integration' | 'environment' | 'subscription' | 'vault' | 'key' | 'policy' | 'access' | 'reader' | 'managed' | 'link'

export interface Check<Facts> extends AnyCheck<Facts> {
  readonly part: Part
  readonly link?: LinkId
  readonly source: SourceId
}
