import type { Scenario } from '#node/practice/scenario.ts'
import type { VaultState } from '#node/practice/state.ts'
import type { World } from '#node/practice/world.ts'
import { caseOf } from '../../practised.ts'

/** A case whose vault is otherwise than its scenario says. */
export function withVault(
  name: string,
  over: Partial<VaultState>,
  more: (world: World, vault: VaultState) => void = () => undefined,
): Scenario {
  const scenario = caseOf(name)
  const build: Scenario['build'] = (world) => {
    const vaults: VaultState[] = []
    scenario.build({
      ...world,
      vault(group, vaultName, wish) {
        const vault = world.vault(group, vaultName, { ...wish, ...over })
        vaults.push(vault)
        return vault
      },
    })
    for (const vault of vaults) more(world, vault)
  }
  return { ...scenario, build }
}
