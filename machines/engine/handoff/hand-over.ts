import type { DisplayText } from '../../messages/message.ts'
import type { ActionDescription } from '../action.ts'
import type { HandoffClaims } from '../choices.ts'
import type { CatalogueId, Owner, StepId } from '../step/finding.ts'
import { messages } from './messages.ts'

/** Request to do a step, or notice that it is done. */
export type HandOverPurpose = 'ask' | 'hand-back'

/** A statement, for information only. */
export interface Said {
  readonly title: DisplayText
  readonly by: string
  /** Milliseconds since 1970-01-01T00:00:00Z, here and below. */
  readonly at: number
}

/** Planned anew by the performer from own readings. */
export type AskedAction = Pick<ActionDescription, 'title' | 'resource' | 'before' | 'after' | 'undo' | 'usersCutOff' | 'takes' | 'owner'>

/** A step for another person: facts, requests, reasons, no secrets. Procedures add their choices. */
export interface HandOver {
  readonly purpose: HandOverPurpose
  readonly madeAt: number
  readonly from: { readonly objectId: string; readonly userName: string; readonly displayName: string }
  readonly cloud: { readonly id: string; readonly name: string }
  readonly tenant: { readonly id: string; readonly name: string }
  readonly environment: HandoffClaims['environment']
  readonly step: StepId
  /** Written by the sender. */
  readonly note?: string
  /** Display names of IDs, as the sender read them. */
  readonly names?: readonly { readonly id: string; readonly name: string }[]
  /** Verified by the sender's own readings only. */
  readonly proved: HandoffClaims['proved']
  /** Blocking findings and planned changes. */
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
  /** The sender's journal at the time: last hash and number of lines. */
  readonly journal?: { readonly head: string; readonly lines: number }
}

export interface OpenedHandOver {
  readonly handOver: HandOver
  /** The file's name, without its folder. */
  readonly file: string
  /** Content hash in lower-case hexadecimal. */
  readonly sha256: string
}

interface Here {
  readonly cloudId: string
  readonly tenant: { readonly id: string; readonly name: string }
  /** Absent until chosen. */
  readonly environment?: { readonly id: string; readonly displayName?: string }
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** Why a handoff doesn't fit the open environment; undefined if it does. */
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
