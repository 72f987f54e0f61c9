import { spawnSync } from 'node:child_process'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import type { Action } from '#machines/procedure/action.ts'
import { sectionsOf } from '#node/exporters/changes.ts'
import type { ScriptContext } from '#node/exporters/script.ts'
import { writeScript } from '#node/exporters/write-script.ts'
import { type FakeCloud, fakeCloud, isRead } from './run-bash.ts'
import { actions, actionsFor, context, HOSTILE, NAMES, wholeProcedure } from './samples.ts'

// A run is dozens of processes: half a second alone on a core, several on a busy one.
vi.setConfig({ testTimeout: 30_000 })

const NAMES_OF_FIVE = ['contoso-test', 'contoso-copy', 'contoso-train', 'contoso-dev', 'contoso-prod']
const idOf = (index: number): string => `dddddddd-0000-4000-8000-00000000010${index}`

/** Five environments for one policy, each made a Managed Environment first. */
const five = (names: readonly string[] = NAMES_OF_FIVE): readonly Action[] =>
  names.flatMap((environment, index) => {
    const { 'enable-managed-environment': manage, 'link-environment': link } = actionsFor({ ...NAMES, environment })
    const environmentId = idOf(index)
    return [
      { ...manage, environmentId },
      { ...link, environmentId },
    ]
  })

const bash = (plan: readonly Action[], more: Partial<ScriptContext> = {}): string =>
  writeScript('azure-cli', plan, { ...context, ...more })['enable-cmk.sh'] ?? ''
const powerShell = (plan: readonly Action[]): string => writeScript('powershell', plan, context)['enable-cmk.ps1'] ?? ''

const clouds: FakeCloud[] = []
async function cloud(): Promise<FakeCloud> {
  const made = await fakeCloud({ each: '', provider: '', group: '', vault: '', key: '', policy: '' })
  clouds.push(made)
  return made
}
afterEach(async () => {
  await Promise.all(clouds.splice(0).map((each) => each.close()))
})

/** Which environment each change was made of, in order. */
const changed = (calls: readonly (readonly string[])[]): readonly string[] =>
  calls
    .filter((call) => !isRead(call))
    .map((call) => {
      const url = call.find((word) => word.startsWith('--url=')) ?? ''
      return `${NAMES_OF_FIVE.find((_, index) => url.includes(idOf(index)))} ${/\/(governanceConfiguration|link)\?/.exec(url)?.[1]}`
    })

describe('one script for several environments', () => {
  it('has a part for each environment, and none where there is only one', () => {
    expect(sectionsOf(five()).map(({ name, actions: own }) => [name, own.length])).toEqual(NAMES_OF_FIVE.map((name) => [name, 2]))
    expect(sectionsOf(wholeProcedure())).toEqual([])
    expect(sectionsOf([actions['create-lock'], ...five()]).map(({ actions: own }) => own.length)).toEqual([3, 2, 2, 2, 2])
  })

  it('adds them one after another, each to its end, and a second run changes nothing', async () => {
    const { run } = await cloud()
    const first = await run(bash(five()))
    expect({ status: first.status, errors: first.errors }).toEqual({ status: 0, errors: '' })
    expect(changed(first.calls)).toEqual(NAMES_OF_FIVE.flatMap((name) => [`${name} governanceConfiguration`, `${name} link`]))
    expect(first.output.match(/^Linked: the environment names/gm)).toHaveLength(5)
    expect(first.output).toContain('Changed: 10.')
    const second = await run(bash(five()))
    expect(second).toMatchObject({ status: 0 })
    expect(changed(second.calls)).toEqual([])
    expect(second.output).toContain('No changes are left.')
  })

  it('does one of them by its name or ID, and none of another name', async () => {
    const { run } = await cloud()
    for (const [only, name] of [
      ['CONTOSO-TRAIN', 'contoso-train'],
      [idOf(1), 'contoso-copy'],
    ] as const) {
      const ran = await run(bash(five()), ['--only', only, '--yes'])
      expect(ran.status, ran.errors).toBe(0)
      expect(changed(ran.calls)).toEqual([`${name} governanceConfiguration`, `${name} link`])
    }
    const none = await run(bash(five()), ['--yes', '--only', 'contoso-other'])
    expect(none).toMatchObject({ status: 1, errors: expect.stringContaining('no environment called contoso-other') })
    expect(changed(none.calls)).toEqual([])
    expect(await run(bash(five()), ['--only'])).toMatchObject({ status: 1, calls: [] })
  })

  it('shows all changes first, and asks for each environment by its name', async () => {
    const { run } = await cloud()
    const shown = await run(bash(five()), ['--show'])
    expect(shown.output.match(/^ {2}to do {3}/gm)).toHaveLength(10)
    expect(changed(shown.calls)).toEqual([])
    const asked = await run(bash(five()), [])
    expect(asked.output).toContain('Type contoso-test to make these changes')
    expect(asked).toMatchObject({ status: 1, errors: expect.stringContaining('nobody can be asked here') })
    expect(changed(asked.calls)).toEqual([])
  })

  it('leaves those alone that come after one that fails', async () => {
    const { run, put } = await cloud()
    await put({ 'link-fails': '' })
    const ran = await run(bash(five()))
    expect(ran.status).toBe(1)
    expect(changed(ran.calls)).toEqual(['contoso-test governanceConfiguration', 'contoso-test link'])
  })

  it('says which environments it leaves out, and why', () => {
    const script = bash(five(), { leftOut: [{ name: 'contoso-other', why: verbatim('It is in another policy') }] })
    expect(script).toContain('#   contoso-other: It is in another policy\n')
  })

  it('is what bash takes for a script, with any names', () => {
    for (const name of ['contoso', ...HOSTILE]) {
      const script = bash(five([name, 'b', `${name} c`]))
      const { status, stderr } = spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' })
      expect({ name, status, stderr }).toEqual({ name, status: 0, stderr: '' })
      expect(powerShell(five([name, 'b', `${name} c`]))).toMatch(/^[\n\x20-\x7e]*$/)
    }
  })

  it('is for PowerShell the same: a part for each, confirmed by its name, or one by its name', () => {
    const script = powerShell(five())
    expect(script).toContain('[string] $Only')
    for (const [index, name] of NAMES_OF_FIVE.entries()) {
      expect(script).toContain(
        `@{ Id = '${idOf(index)}'; Name = '${name}'; Plan = { Invoke-Plan${index} }; Proof = { Invoke-Proof${index} }; Left = 0 }`,
      )
      expect(script).toContain(`function Invoke-Proof${index} {\n    Confirm-Link '${idOf(index)}'`)
    }
    expect(script.trimEnd().endsWith('Start-Each')).toBe(true)
    expect(powerShell(wholeProcedure())).not.toContain('$Only')
  })

  it('is for Terraform one file, in which each waits for the one before', () => {
    const text = writeScript('terraform', five(), context)['main.tf'] ?? ''
    expect(text.match(/^resource "powerplatform_enterprise_policy" /gm)).toHaveLength(5)
    expect(new Set(text.match(/^(resource|data) "[\w]+" "[\w]+"/gm)).size).toBe(text.match(/^(resource|data) "[\w]+" "[\w]+"/gm)?.length)
  })
})
