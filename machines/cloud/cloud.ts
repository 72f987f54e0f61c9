import type { DisplayText } from '../messages/message.ts'
import { china } from './china.ts'
import type { Cloud } from './cloud-entry.ts'
import { commercial } from './commercial.ts'
import { governmentCommunity, governmentDefense, governmentHigh } from './government.ts'

export type { Cloud, CloudMember, CloudNote, Confidence } from './cloud-entry.ts'

/** Every cloud the wizard knows, by id, in the order in which the start page offers them. A new cloud is one entry here. */
export const CLOUDS = {
  commercial,
  gcc: governmentCommunity,
  'gcc-high': governmentHigh,
  dod: governmentDefense,
  china,
} as const satisfies Record<string, Cloud>

/** What is not certain about a cloud, one sentence each; empty for a verified one. */
export function doubtsOf({ notes }: Cloud): readonly DisplayText[] {
  return Object.values(notes).flatMap(({ doubt }) => (doubt === undefined ? [] : [doubt]))
}
