import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeScript } from '#node/exporters/write-script.ts'
import { findProgram } from '../../tools/system.mjs'
import { testFolder } from '../folder.ts'
import { actions, context, inHsm, wholeProcedure } from '../node/exporters/samples.ts'
import { practisedPlans } from './practised-plans.ts'

const shellcheck = findProgram('shellcheck')

describe.skipIf(shellcheck === undefined)('ShellCheck', { timeout: 300_000 }, () => {
  it('finds nothing in the scripts for Azure CLI', async () => {
    const plans = [wholeProcedure(), Object.values(actions), Object.values(inHsm()), ...(await practisedPlans()).map(({ plan }) => plan)]
    const texts = new Map(plans.map((plan) => [plan.map(({ kind }) => kind).join(' '), writeScript('azure-cli', plan, context)]))
    const folder = testFolder()
    const check = (...files: readonly string[]) =>
      spawnSync(shellcheck ?? '', ['--format=gcc', ...files], { cwd: folder, encoding: 'utf8' })
    await writeFile(path.join(folder, 'broken.sh'), '#!/usr/bin/env bash\nrm $1\n')
    expect(check('broken.sh').stdout).toContain('SC2086')
    const names: string[] = []
    for (const files of texts.values()) {
      const name = `${names.length}.sh`
      names.push(name)
      await writeFile(path.join(folder, name), files['enable-cmk.sh'] ?? '')
    }
    const { status, stdout, stderr } = check(...names)
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
  })
})
