import type { DisplayText } from '../../messages/message.ts'
import type { ActionDescription } from '../action.ts'
import type { HandoffClaims } from '../choices.ts'
import type { CatalogueId, Owner, StepId } from '../step/finding.ts'
import { messages } from './messages.ts'

/** What the file is for: the other person is asked to do a step, or is told that it was done. */
export type HandOverPurpose = 'ask' | 'hand-back'

/** Something that someone said; for information, and in no one else's name. */
export interface Said {
  readonly title: DisplayText
  readonly by: string
  /** Milliseconds since 1970-01-01T00:00:00Z, here and below. */
  readonly at: number
}

/** A change that is asked for, in words. Whoever makes it plans it anew from what they read. */
export type AskedAction = Pick<ActionDescription, 'title' | 'resource' | 'before' | 'after' | 'undo' | 'usersCutOff' | 'takes' | 'owner'>

/**
 * A step handed from one person to another: what is known, what is asked, and why. No secret is among it. Procedures add what they have
 * chosen, by their own names.
 */
export interface HandOver {
  readonly purpose: HandOverPurpose
  readonly madeAt: number
  readonly from: { readonly objectId: string; readonly userName: string; readonly displayName: string }
  readonly cloud: { readonly id: string; readonly name: string }
  readonly tenant: { readonly id: string; readonly name: string }
  readonly environment: HandoffClaims['environment']
  readonly step: StepId
  /** In the sender's own words. */
  readonly note?: string
  /** What the services call what is named by ID here, as the sender's account read it. */
  readonly names?: readonly { readonly id: string; readonly name: string }[]
  /** What the sender's account read as proved, and on no one's word. */
  readonly proved: HandoffClaims['proved']
  /** What stands in the way of the step, and what is to be changed in it. */
  readonly asked: {
    readonly findings: readonly {
      readonly id: CatalogueId
      readonly title: DisplayText
      readonly why: DisplayText
      readonly remedy: DisplayText
      readonly owner: Owner
    }[]
    readonly actions: readonly AskedAction[]
  }
  readonly done: readonly { readonly title: DisplayText; readonly resourceId: string; readonly at: number; readonly written: boolean }[]
  readonly confirmed: readonly Said[]
  readonly gaps: readonly Said[]
  /** The sender's journal when the file was made: what its last line hashes to, and how many lines it has. */
  readonly journal?: { readonly head: string; readonly lines: number }
}

/** A hand-over that was opened here, and not yet taken over. */
export interface OpenedHandOver {
  readonly handOver: HandOver
  /** The file's name, without its folder. */
  readonly file: string
  /** Of the file's content; lower-case hexadecimal. */
  readonly sha256: string
}

/** Where a hand-over is opened. */
interface Here {
  readonly cloudId: string
  readonly tenant: { readonly id: string; readonly name: string }
  /** Absent until one is chosen. */
  readonly environment?: { readonly id: string; readonly displayName?: string }
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** Why a hand-over is not for what is open here, as sentences for the person; nothing when it is. */
export function notForHere({ cloud, tenant, environment }: HandOver, here: Here): DisplayText | undefined {
  if (cloud.id !== here.cloudId) return messages.otherCloud({ cloud: cloud.name })
  if (!same(tenant.id, here.tenant.id))
    return messages.otherTenant({ tenant: tenant.name, id: tenant.id, hereTenant: here.tenant.name, hereId: here.tenant.id })
  if (here.environment && !same(environment.id, here.environment.id))
    return messages.otherEnvironment({
      environment: environment.displayName ?? environment.id,
      here: here.environment.displayName ?? here.environment.id,
    })
  return undefined
}
