import type { DecisionDefinition } from '../engine/decisions.ts'
import { type AcknowledgeGap, acknowledgeGap, type UseApps, useApps } from './coverage/decisions.ts'
import { type ChooseAddition, chooseAddition } from './operations/add/decisions.ts'
import { type ChooseNextPolicy, chooseNextPolicy } from './operations/change/decisions.ts'
import {
  type WishAuditLog,
  type WishLock,
  type WishMail,
  type WishProtections,
  type WishRotation,
  wishAuditLog,
  wishLock,
  wishMail,
  wishProtections,
  wishRotation,
} from './operations/protect/decisions.ts'
import { type NotePartnerEnd, notePartnerEnd } from './steps/integration/decisions.ts'
import {
  type BrowseSubscription,
  browseSubscription,
  type ChoosePolicy,
  choosePolicy,
  type TurnOnPurgeProtection,
  turnOnPurgeProtection,
} from './steps/policy/decisions.ts'

export type Decision =
  | ChoosePolicy
  | BrowseSubscription
  | TurnOnPurgeProtection
  | ChooseNextPolicy
  | ChooseAddition
  | WishLock
  | WishRotation
  | WishAuditLog
  | WishMail
  | WishProtections
  | UseApps
  | AcknowledgeGap
  | NotePartnerEnd

const DECISIONS: { readonly [Kind in Decision['kind']]: DecisionDefinition<Extract<Decision, { kind: Kind }>> } = {
  'choose-policy': choosePolicy,
  'browse-subscription': browseSubscription,
  'turn-on-purge-protection': turnOnPurgeProtection,
  'choose-next-policy': chooseNextPolicy,
  'wish-lock': wishLock,
  'choose-addition': chooseAddition,
  'wish-rotation': wishRotation,
  'wish-audit-log': wishAuditLog,
  'wish-mail': wishMail,
  'wish-protections': wishProtections,
  'use-apps': useApps,
  'acknowledge-gap': acknowledgeGap,
  'note-partner-end': notePartnerEnd,
}

export const ALL_DECISIONS: readonly DecisionDefinition[] = Object.values(DECISIONS)
