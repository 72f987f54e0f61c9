import { setMaxListeners } from 'node:events'
import { HOUR } from '#machines/engine/durations.ts'
import { isAction } from '#machines/procedure/action.ts'
import { LOCKABLE } from '#machines/procedure/actions/create-lock/lock.ts'
import { apply, poll } from '#machines/procedure/apply.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import { readLandscape } from '#machines/procedure/landscape/reading.ts'
import type { SequenceId } from '#machines/procedure/procedure.ts'
import { observe } from '#machines/procedure/reading.ts'
import type { Services } from '#machines/procedure/services/services.ts'
import { openPractice } from '#node/practice/open.ts'
import { guid, seededRandom } from '#node/practice/random.ts'
import type { Scenario } from '#node/practice/scenario.ts'
import { PEOPLE } from '#node/practice/world.ts'
import { leapingTime } from '../leaping-time.ts'
import { withVault } from '../node/practice/with-vault.ts'
import { caseOf } from '../practised.ts'
import { type Exchange, recording } from './recorded.ts'

/** Steps of a case: each sequence is read, and its plan applied until a change is refused. */
interface Driven {
  readonly scenario: Scenario
  readonly sequences: readonly (SequenceId | readonly [SequenceId, Choices])[]
  /** Time before the case, in milliseconds. */
  readonly after?: number
}

const { policy } = caseOf('already-encrypted').choices

const protectedLater = withVault('already-encrypted', {}, (world, vault) => {
  world.alertInTopic(vault, 'topic-contoso')
})

/** More of everything than comes on a page. */
const crowded = withVault('already-encrypted', {}, (world, vault) => {
  const group = world.group('rg-crowded', 'eastus')
  for (const name of ['one', 'two', 'three']) {
    const subscriptionId = guid(seededRandom(name))
    world.subscription(subscriptionId, name)
    world.grant(PEOPLE.ada.objectId, 'Reader', `/subscriptions/${subscriptionId}`)
    world.vault(group, `kv-crowded-${name}`)
    world.managedHsm(group, `hsm-crowded-${name}`)
    world.policy(group, `cmk-crowded-${name}`, 'unitedstates', vault, policy?.keyName ?? '')
    world.alertInTopic(vault, `topic-${name}`)
    world.alertInTopic(vault, 'topic-crowded')
    world.eligible(PEOPLE.ada.objectId, 'Reader', `/subscriptions/${policy?.subscriptionId}`)
    world.rotated(vault, policy?.keyName ?? '', HOUR)
  }
})

const WORKSPACE = `/subscriptions/${policy?.subscriptionId}/resourceGroups/rg-log-contoso-security/providers/Microsoft.OperationalInsights/workspaces/log-contoso-security`

/** Together they send every request that Microsoft publishes a contract of. */
const DRIVEN: readonly Driven[] = [
  { scenario: caseOf('ready-to-enable'), sequences: ['integration', 'environment', 'policy', 'membership'] },
  { scenario: caseOf('private-vault'), sequences: ['policy', 'policy'] },
  { scenario: caseOf('managed-hsm'), sequences: ['policy'] },
  { scenario: caseOf('vault-without-purge-protection'), sequences: [['policy', { turnOnPurgeProtection: true }]] },
  { scenario: withVault('locked', { enableRbacAuthorization: false }), sequences: ['re-enable'] },
  {
    scenario: protectedLater,
    sequences: [
      ['protect', { protection: { locks: LOCKABLE, rotation: true, auditLog: WORKSPACE, mail: ['ada@contoso.example'] } }],
      // The existing group notifies one more person.
      ['protect', { protection: { locks: LOCKABLE, mail: ['ada@contoso.example', 'kim@contoso.example'] } }],
      'rotate',
    ],
  },
  { scenario: crowded, sequences: ['policy', 'protect'] },
  { scenario: caseOf('lock-key-deleted'), sequences: ['re-enable'], after: 2 * HOUR },
  { scenario: caseOf('lock-vault-deleted'), sequences: ['policy'], after: 2 * HOUR },
]

async function exchangesOf({ scenario, sequences, after = 0 }: Driven): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = []
  const random = seededRandom(scenario.name)
  const { services, clock, advance } = openPractice(scenario, { ...leapingTime, random, linkDuration: HOUR, around: recording(exchanges) })
  const { signal } = new AbortController()
  // One reading is a dozen requests at once, each of which listens for the same abort.
  setMaxListeners(0, signal)
  const now = () => clock.now()
  advance?.(after)
  for (const each of sequences) {
    const [sequence, chosen] = typeof each === 'string' ? [each, {}] : each
    const { plan } = await observe(sequence, { services, choices: { ...scenario.choices, ...chosen }, now, signal })
    for (const action of plan.filter(isAction)) {
      const applied = await apply(action, services, now, signal)
      if (!applied.ok) break
      if (applied.receipt.pending) await poll(applied.receipt.pending, services, now(), signal)
      advance?.(2 * HOUR)
    }
  }
  await readLandscape(services, scenario.choices, signal)
  await readAsResource(services, scenario.choices, signal)
  return exchanges
}

/** As a person outside the network of the vault reads its key. */
async function readAsResource({ azure }: Services, { policy: chosen }: Choices, signal: AbortSignal): Promise<void> {
  if (chosen === undefined) return
  const { subscriptionId, vaultResourceGroup: resourceGroup, vaultName: name, keyName } = chosen
  await azure.readKeyResource({ subscriptionId, resourceGroup, name }, keyName, signal)
  await azure.listKeyResourceVersions({ subscriptionId, resourceGroup, name }, keyName, signal)
}

/** Exchanges of the real clients and the practice tenant during the cases. */
export const driven = async (): Promise<readonly Exchange[]> => (await Promise.all(DRIVEN.map(exchangesOf))).flat()
