import { setMaxListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { STEP_IDS } from '#machines/procedure/procedure.ts'
import { observe } from '#machines/procedure/reading.ts'
import { azureCliMissing, printScript, rehearsing, runScript, servicesOf, strangersAsked } from './azure-cli.ts'
import { byTheWizard, outcomeOf } from './outcome.ts'

const HOUR = 3_600_000

/** First change if the vault or the HSM exists. */
const FIRST_OF: Readonly<Record<string, string>> = {
  'private-vault': 'to do   Create the key cmk-contoso-prod in kv-contoso-cmk',
  'managed-hsm': 'to do   Create the key cmk-contoso-prod in hsm-contoso',
}

describe.skipIf(azureCliMissing).each(['ready-to-enable', 'not-managed', 'private-vault', 'managed-hsm', 'earlier-key'])(
  'the Azure CLI script that the wizard writes for %s',
  (scenario) => {
    let script: string
    let strangers: () => readonly string[]
    const rehearsal = rehearsing(scenario, async (opened) => {
      strangers = strangersAsked(opened)
      script = await printScript(opened, scenario)
    })

    const run = (mode: '--show' | '--yes') => runScript(rehearsal(), script, mode)

    it('shows what it would change and changes nothing', async () => {
      const ran = await run('--show')
      expect(ran.status, ran.stderr).toBe(0)
      expect(ran.stdout).toContain(FIRST_OF[scenario] ?? 'to do   Create the key vault kv-contoso-cmk')
      expect(rehearsal().server.tenant.writes()).toEqual([])
    })

    it('is carried out by bash and az', async () => {
      const ran = await run('--yes')
      expect(ran.status, `${ran.stdout}\n${ran.stderr}`).toBe(0)
      expect(ran.stdout).toContain('Linked: the environment names')
    })

    it('asks no service by a version that the app does not use', () => {
      expect(strangers()).toEqual([])
    })

    it('leaves nothing that the wizard would still plan, in none of the steps', async () => {
      const { server, clock } = rehearsal()
      const { choices } = server.tenant.scenario
      clock.advance(HOUR)
      const services = servicesOf(rehearsal())
      const { signal } = new AbortController()
      // A step is a dozen requests at once, each of which listens for the same abort.
      setMaxListeners(0, signal)
      for (const step of STEP_IDS) {
        const { plan, underway, choiceMissing, findings } = await observe(step, { services, choices, now: () => clock.now(), signal })
        expect({ step, plan, underway, choiceMissing }).toEqual({ step, plan: [], underway: undefined, choiceMissing: false })
        expect(findings.filter(({ status }) => status === 'fail').map(({ id, seen }) => `${id} ${seen}`)).toEqual([])
      }
    })

    it('leaves the tenant as the wizard’s own hands do', async () => {
      expect(outcomeOf(rehearsal().server.tenant.inspect())).toEqual(outcomeOf(await byTheWizard(scenario)))
    })

    it('changes nothing the second time', async () => {
      const before = rehearsal().server.tenant.writes()
      const ran = await run('--yes')
      expect(ran.status, ran.stderr).toBe(0)
      expect(ran.stdout).toContain('No changes are left.')
      expect(rehearsal().server.tenant.writes()).toEqual(before)
      expect(rehearsal().defects).toEqual([])
    })
  },
)
