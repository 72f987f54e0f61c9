import { describe, expect, it } from 'vitest'
import type { WizardContext } from '#machines/engine/wizard/context.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { KeyChain } from '#machines/procedure/key-chain/key-chain.ts'
import { carryingThings, thingsOf } from '#machines/procedure/key-map/shown.ts'
import { reEnable } from '#machines/procedure/operations/re-enable/operation.ts'
import { readOperation } from '#machines/procedure/operations/reading.ts'
import { lockedCard, lockedHeadline } from '#machines/procedure/situation/locked.ts'
import { KEY_LOSSES, type KeyLoss } from '#machines/procedure/steps/policy/key-loss-causes.ts'
import { english } from '#test/english.ts'
import { ENVIRONMENT, encrypted, NOW, ok, policyChoices } from '../facts.ts'
import { operationFacts } from '../procedure/operations/facts.ts'
import { context as opened } from '../readings.ts'

/** A locked environment of which the operation read that these were lost. */
function locked(losses: readonly KeyLoss[], of: KeyChain = {}): WizardContext {
  const environment = ok(encrypted({ runtimeState: 'Disabled' }))
  const reading = readOperation(reEnable, operationFacts({ environment, ...of }), NOW)
  const lost = losses.map((loss) => ({ loss, state: 'lost' as const, seen: verbatim(`Seen: ${loss}`) }))
  return {
    ...opened(),
    choices: { environmentId: ENVIRONMENT, policy: policyChoices() } as WizardContext['choices'],
    operations: {
      ...opened().operations,
      're-enable': {
        phase: 'reviewing',
        receipts: [],
        reading: { ...reading, things: carryingThings({ ...thingsOf(reading.things), losses: { at: NOW, readings: lost } }) },
      },
    },
  }
}

const heading = (context: WizardContext, keyWorks = false) => {
  const text = lockedHeadline({ kind: 'locked', keyWorks }, context)
  return text && english.all({ text }).text
}

describe('the heading of a lock', () => {
  it.each(KEY_LOSSES)('names the environment and the one cause: %s', (loss) => {
    const general = heading(locked([]))
    expect(general).toBe('contoso-prod is locked: its key can’t be used')
    expect(heading(locked([loss]))).toMatch(/^contoso-prod is locked: /)
    expect(heading(locked([loss]))).not.toBe(general)
  })

  it('names none of several causes, nor one that was read before a change', () => {
    expect(heading(locked(['key-disabled', 'vault-closed']))).toBe('contoso-prod is locked: its key can’t be used')
    const context = locked(['key-disabled'])
    const record = context.operations['re-enable']
    if (!record?.reading) throw new Error('It was read')
    const old = { ...context, operations: { 're-enable': { ...record, reading: { ...record.reading, oldSince: NOW } } } }
    expect(heading(old)).toBe('contoso-prod is locked: its key can’t be used')
  })

  it('says that the key works again only where nothing is read as lost', () => {
    expect(heading(locked([]), true)).toBe('contoso-prod is locked, and its key works again')
    expect(heading(locked(['key-disabled']), true)).toBe('contoso-prod is locked: its key is disabled')
  })
})

describe('the card of a lock', () => {
  it('restores what the wizard can, and says who is offline, until when, and why', () => {
    const card = lockedCard(locked(['access-removed'], { keyAccess: ok([]) }))
    expect(card && english.all(card)).toMatchObject({
      tone: 'danger',
      act: 'Restore access…',
      points: [
        { term: 'Users', title: 'Offline' },
        { term: 'Deletion', title: 'A production environment is deleted 30 days after it’s locked' },
        { term: 'Cause', title: 'Seen: access-removed' },
      ],
    })
  })

  it('is there only where the wizard restores something by itself', () => {
    expect(lockedCard(locked(['key-disabled']))).toBeUndefined()
  })
})
