import { setMaxListeners } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { HOUR } from '#machines/engine/durations.ts'
import { type PlanForEach, planForEach } from '#machines/engine/for-each.ts'
import { isAction } from '#machines/procedure/action.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import { eachOther } from '#machines/procedure/operations/add/each.ts'
import { observe } from '#machines/procedure/reading.ts'
import { writeScript } from '#node/exporters/write-script.ts'
import { practiceCloud } from '#node/practice/cloud-file.ts'
import { LANDSCAPE_IDS } from '#node/practice/landscape.ts'
import { azureCliMissing, printScript, type Rehearsal, rehearsing, runScript, servicesOf } from './azure-cli.ts'

const { signal } = new AbortController()
// A reading is a dozen requests at once, each of which listens for the same abort.
setMaxListeners(0, signal)

describe.skipIf(azureCliMissing)('a landscape of five by script', () => {
  let script: string
  const prepare = async (opened: Rehearsal) => {
    script = await printScript(opened, 'landscape')
  }
  const rehearsal = rehearsing('landscape', prepare, { linkDuration: 2 * HOUR })

  const planned = (): Promise<PlanForEach> => {
    const services = servicesOf(rehearsal())
    return planForEach({ each: eachOther }, rehearsal().server.tenant.scenario.choices, (choices: Choices) =>
      observe('add', { services, choices, now: () => rehearsal().clock.now(), signal }),
    )
  }

  const linked = () =>
    rehearsal()
      .server.tenant.inspect()
      .environments.filter(({ payload }) => payload.properties.enterprisePolicies?.customerManagedKeys?.linkStatus === 'Linked')
      .map(({ payload }) => payload.name)
      .sort()

  it('the first sandbox by the script of the four steps', async () => {
    const ran = await runScript(rehearsal(), script, '--yes')
    expect(ran.status, `${ran.stdout}\n${ran.stderr}`).toBe(0)
    expect(linked()).toEqual([LANDSCAPE_IDS.uat, LANDSCAPE_IDS.dev].sort())
  })

  it('the others by one script, by bash and real az, each to its end', async () => {
    const { plan, leftOut } = await planned()
    expect(leftOut.map(({ name }) => name)).toEqual(['contoso-dev'])
    const cloud = practiceCloud(rehearsal().server.addresses())
    const { tenantId } = rehearsal().server.tenant.inspect()
    const files = writeScript('azure-cli', plan.filter(isAction), { cloud, tenantId, writtenAt: rehearsal().clock.now(), leftOut })
    await writeFile(script, Object.values(files).join(''))
    const ran = await runScript(rehearsal(), script, '--yes')
    expect(ran.status, `${ran.stdout}\n${ran.stderr}`).toBe(0)
    expect(ran.stdout.match(/^Linked: the environment names/gm)).toHaveLength(4)
    expect(linked()).toEqual(Object.values(LANDSCAPE_IDS).sort())
    expect((await planned()).plan).toEqual([])
  })

  it('and a second run changes nothing', async () => {
    const before = rehearsal().server.tenant.writes()
    const ran = await runScript(rehearsal(), script, '--yes')
    expect(ran.status, `${ran.stdout}\n${ran.stderr}`).toBe(0)
    expect(ran.stdout).toContain('No changes are left.')
    expect(rehearsal().server.tenant.writes()).toEqual(before)
    expect(rehearsal().defects).toEqual([])
  })
})
