import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ResultDocument } from '#node/cli/cmk-wizard/results.ts'
import { testFolder } from '#test/folder.ts'
import { command } from './in-process.ts'

const PRACTICE = ['first-contact', '--practice', 'already-encrypted', '--quiet']

/** Saves the recording of a case as a person does who agrees. */
async function recordedFile(): Promise<string> {
  const file = path.join(testFolder(), 'recording.json')
  const { code, err } = await command([...PRACTICE, '--out', file], { confirm: async () => true })
  expect({ code, saved: existsSync(file), err }).toEqual({ code: 0, saved: true, err: '' })
  return file
}

const findingsOf = (out: string) => {
  const result: ResultDocument = JSON.parse(out)
  if (result.verb !== 'check') throw new Error('This is no result of a check.')
  return result.customers
    .flatMap(({ environments }) => environments)
    .map(({ state, findings, changes }) => ({
      state,
      findings: findings.map(({ step, id, status, planned }) => ({ step, id, status, planned })),
      changes: changes.map(({ kind }) => kind),
    }))
}

describe('first-contact', () => {
  it('says that the practice tenant answers as expected, and how much was compared', async () => {
    const { code, out } = await command(PRACTICE)
    expect(code).toBe(0)
    expect(out).toMatch(/^\d+ answers compared\. Nothing differs from what the wizard expects\./)
  })

  it('shows the whole file before it asks, and saves nothing else', async () => {
    const file = path.join(testFolder(), 'recording.json')
    let shownBefore = ''
    const shown: string[] = []
    const out = { write: (text: string) => shown.push(text) > 0 }
    const confirm = async (): Promise<boolean> => {
      shownBefore = shown.join('')
      expect(existsSync(file)).toBe(false)
      return true
    }
    await command([...PRACTICE, '--out', file], { out, confirm })
    const saved = readFileSync(file, 'utf8')
    expect(saved.split('\n').filter((line) => !shownBefore.includes(line))).toEqual([])
    expect(saved).toContain('"format": "cmk-wizard-recording"')
  })

  it('saves nothing where the person doesn’t agree', async () => {
    const file = path.join(testFolder(), 'recording.json')
    const { code, err } = await command([...PRACTICE.slice(0, -1), '--out', file], { confirm: async () => false })
    expect({ code, saved: existsSync(file) }).toEqual({ code: 0, saved: false })
    expect(err).toContain('Not saved.')
  })

  it('saves nothing where no person can see the file', async () => {
    const { code, err } = await command([...PRACTICE, '--out', '/none/recording.json'])
    expect(code).toBe(2)
    expect(err).toContain('--out needs a terminal')
  })
})

describe('a recording', () => {
  it('is called one, and not practice: a tenant answered so', async () => {
    const file = await recordedFile()
    const told = await command(['check', '--recording', file, '--quiet'])
    expect(told.out).toContain('\nRECORDING: ')
    expect(told.out).not.toContain('PRACTICE TENANT')
    for (const verb of ['check', 'environments']) {
      const { out } = await command([verb, '--recording', file, '--json', '--quiet'])
      expect(JSON.parse(out).customers).toMatchObject([{ practice: false, recording: true }])
    }
    const junit = await command(['check', '--recording', file, '--format', 'junit', '--quiet'])
    expect(junit.out).toContain('<property name="recording" value="true"/>')
    expect(junit.out).not.toContain('name="practice"')
  })

  it('is checked as the tenant was, without a sign-in', async () => {
    const file = await recordedFile()
    const [now, then] = await Promise.all([
      command(['check', '--practice', 'already-encrypted', '--json', '--quiet']),
      command(['check', '--recording', file, '--json', '--quiet']),
    ])
    expect(findingsOf(then.out)).toEqual(findingsOf(now.out))
    expect(then.code).toBe(now.code)
  })

  it('is compared difference by difference', async () => {
    const file = await recordedFile()
    const { code, out } = await command(['first-contact', '--recording', file, '--json', '--quiet'])
    const result: ResultDocument = JSON.parse(out)
    expect(code).toBe(0)
    expect(result).toMatchObject({ verb: 'first-contact', differences: [] })
  })

  it.each([
    ['package.json', 'isn’t a recording of this wizard'],
    ['/none/recording.json', 'Couldn’t read /none/recording.json: ENOENT'],
  ])('is refused where the file isn’t one: %s', async (file, why) => {
    const { code, err } = await command(['check', '--recording', file])
    expect(code).toBe(2)
    expect(err).toContain(why)
  })
})
