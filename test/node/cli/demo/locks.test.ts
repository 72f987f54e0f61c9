import { describe, expect, it } from 'vitest'
import { KEY_LOSSES, type KeyLoss } from '#machines/procedure/steps/policy/key-loss-causes.ts'
import type { WizardView } from '#messages/view.ts'
import { caseOf, type Practised, walkedToItsEnd } from '#test/practised.ts'

const WALK_TIMEOUT = { timeout: 60_000 }

/** A practice case at its end: all four steps are verified, and the baseline is kept. */
const atItsEnd = (loss: KeyLoss): Promise<Practised> => walkedToItsEnd(caseOf(`lock-${loss}`))

/** Everything is read again and compared with the baseline, on the page where that is done. */
async function compared({ send, until }: Practised): Promise<WizardView> {
  send({ type: 'GO_TO_PAGE', page: 'operations' })
  const { now } = await until((view) => view.page === 'operations' && view.operations !== undefined)
  send({ type: 'CHECK_AGAIN' })
  return until((view) => view.operations?.drift?.reading === false && (view.operations.drift.comparedAt ?? 0) >= now)
}

const happening = ({ whatIf }: WizardView) => whatIf?.rows.filter(({ state }) => state === 'lost').map(({ loss }) => loss)

const toldBy = ({ stepper, keyMap }: WizardView) => ({
  required: stepper.flatMap(({ note }) => (/required/.test(note ?? '') ? [note] : [])),
  isRed: /^(?:locked|not-connected)$/.test(keyMap?.headline ?? ''),
})

const changesIn = ({ operations }: WizardView) =>
  operations?.drift?.changes.flatMap(({ key, turn }) => (turn === 'better' ? [] : [key.split(' ')[1]])) ?? []

/** The check that finds each cause in what has changed, by its key; the way back is the wizard’s, a colleague’s, or no one’s. */
const FOUND: Readonly<Record<KeyLoss, readonly [check: string, back: 'wizard' | 'colleague' | 'both' | 'nobody']>> = {
  'access-removed': ['key-access', 'wizard'],
  'key-disabled': ['key-enabled', 'colleague'],
  'key-deleted': ['key-and-vault-kept', 'colleague'],
  'vault-deleted': ['key-and-vault-kept', 'both'],
  'policy-deleted': ['policy-identity', 'nobody'],
  'key-version-disabled': ['old-versions-kept', 'colleague'],
  'vault-closed': ['vault-reachable', 'colleague'],
  'vault-fenced': ['vault-reachable', 'colleague'],
  'key-expired': ['key-in-its-dates', 'colleague'],
}

describe('a lock, from the baseline to its end', () => {
  it.each(KEY_LOSSES.map((loss) => [loss, ...FOUND[loss]] as const))(
    '%s: %s shows it among the changes, Manage says why, and the way back is %s’s',
    WALK_TIMEOUT,
    async (loss, check, back) => {
      const run = await atItsEnd(loss)
      const { host, send, until } = run
      const before = await compared(run)
      expect(happening(before)).toEqual([])
      expect(before.emergency).toBeUndefined()

      host.advancePractice(1)
      const later = await compared(run)
      expect(changesIn(later)).toContain(check)
      if (loss === 'key-expired') {
        expect(happening(later)).toEqual([])
        expect(later.whatIf?.rows.find((row) => row.loss === loss)?.noticed).toMatch(/^Known: Nov 24, 2026/)
        host.advancePractice(1)
      }
      const locked = await compared(run)
      expect(happening(locked)).toContain(loss)
      expect(locked.keyMap?.headline).toMatch(/locked/i)
      expect(locked.emergency).toMatchObject({ operation: 're-enable', text: expect.stringContaining('Deletion') })
      expect(locked.emergency?.keyIsBack).toBeUndefined()

      const operation = await run.openOperation('re-enable')
      const failed = operation.step?.findings.filter(({ status }) => status === 'fail').map(({ id }) => id)
      expect(failed).toContain('F-A01')
      expect(operation.step?.plan.map(({ kind }) => kind)).toEqual(back === 'wizard' ? ['grant-key-access'] : [])
      if (back === 'wizard') {
        const restored = await run.carryOut()
        expect(restored.step?.plan).toEqual([])
        // It stays off until a person re-enables it.
        expect(restored.keyMap?.sentence).toBe('Locked until it’s re-enabled')
        expect(restored.emergency).toMatchObject({ keyIsBack: true })
      }
      host.advancePractice(24)
      host.advancePractice(24)
      send({ type: 'CHECK_AGAIN' })
      await until(({ step }) => step?.phase === 'reading')
      const after = await until(({ step }) => step?.phase === 'reviewing')
      if (back === 'nobody') {
        expect(after.step?.findings.flatMap(({ byHand }) => byHand ?? []).join(' ')).toContain('Microsoft support request')
        return host.stop()
      }
      if (back === 'both') {
        expect(after.step?.plan.map(({ kind }) => kind)).toEqual(['grant-key-access'])
        expect((await run.carryOut()).step?.plan).toEqual([])
        host.advancePractice(1)
      }
      send({ type: 'CHECK_AGAIN' })
      const enabled = await until(({ step }) => step?.proved === true)
      // Readings from during the lock are no longer reported.
      expect(toldBy(enabled)).toEqual({ required: [], isRed: false })
      send({ type: 'BACK' })
      expect(toldBy(await until(({ page }) => page === 'operations'))).toEqual({ required: [], isRed: false })
      expect(happening(await compared(run))).toEqual([])
      host.stop()
    },
  )
})
