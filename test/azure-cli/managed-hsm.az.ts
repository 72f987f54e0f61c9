import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openHsmToTrusted, recoverHsm } from '#machines/procedure/rights/commands.ts'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import { SUBSCRIPTION } from '#node/practice/people.ts'
import { azureCliMissing, rehearsing, strangersAsked } from './azure-cli.ts'

const listed = z.object({
  value: z.tuple([z.object({ id: z.string(), properties: z.object({ networkAcls: z.record(z.string(), z.unknown()).optional() }) })]),
})

/** What would be written is shown: the practice tenant takes no write of a Managed HSM. */
const SHOWING = `az() { case "$3" in put|patch) printf '%s\\n' "$@";; *) command az "$@";; esac; }`

describe.skipIf(azureCliMissing)('the commands for a Managed HSM that shuts Microsoft out or is gone, by real az', () => {
  const rehearsal = rehearsing('managed-hsm')

  const shown = async (command: string): Promise<readonly string[]> => {
    const { stdout, stderr } = await rehearsal().run('bash', ['-c', `${SHOWING}\n${command}`])
    expect(stderr).toBe('')
    return stdout.split('\n')
  }

  it('ask by the version of the app, and keep the network rules that are there', async () => {
    const strangers = strangersAsked(rehearsal())
    const list = `/subscriptions/${SUBSCRIPTION.id}/providers/Microsoft.KeyVault/managedHSMs?api-version=${API_VERSIONS.keyVault}`
    const { value } = listed.parse(await rehearsal().az('rest', '--method', 'get', '--url', list))
    const [{ id, properties }] = value
    const said = await shown(openHsmToTrusted(id))
    const body = said.slice(said.indexOf('--body') + 1).join('\n')
    expect(JSON.parse(body)).toEqual({ properties: { networkAcls: { ...properties.networkAcls, bypass: 'AzureServices' } } })
    // It isn't deleted.
    expect((await shown(recoverHsm(id))).join('')).toBe('')
    expect(strangers()).toEqual([])
    expect(rehearsal().defects).toEqual([])
  })
})
