import type { DisplayText } from '../messages/message.ts'
import { china } from './china.ts'
import type { Cloud } from './cloud-entry.ts'
import { commercial } from './commercial.ts'
import { governmentCommunity, governmentDefense, governmentHigh } from './government.ts'

export type { Cloud, CloudMember, CloudNote, Confidence } from './cloud-entry.ts'

/** In start page order. A new cloud is one entry here. */
export const CLOUDS = {
  commercial,
  gcc: governmentCommunity,
  'gcc-high': governmentHigh,
  dod: governmentDefense,
  china,
} as const satisfies Record<string, Cloud>

/** One sentence per doubt; empty for a verified cloud. */
export function doubtsOf({ notes }: Cloud): readonly DisplayText[] {
  return Object.values(notes).flatMap(({ doubt }) => (doubt === undefined ? [] : [doubt]))
}
