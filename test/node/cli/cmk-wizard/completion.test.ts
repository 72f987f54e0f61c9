import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { completion } from '#node/cli/cmk-wizard/completion.ts'
import { GRAMMAR, SHELLS, VERBS } from '#node/cli/cmk-wizard/grammar.ts'
import { findProgram } from '../../../../tools/system.mjs'

const hasBash = findProgram('bash') !== undefined

/** Bash's suggestions for the last word. */
function offered(...words: readonly string[]): readonly string[] {
  const typed = words.map((word) => `'${word}'`).join(' ')
  const script = `${completion('bash')}\nCOMP_WORDS=(cmk-wizard ${typed}); COMP_CWORD=${words.length}; _cmk_wizard; printf '%s\\n' "\${COMPREPLY[@]}"`
  return spawnSync('bash', ['-c', script], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((word) => word !== '')
}

describe('completion', { skip: !hasBash }, () => {
  it('offers commands, options and values in Bash', () => {
    expect(offered('')).toEqual([...VERBS])
    expect(offered('ch')).toEqual(['check'])
    expect(offered('check', '--env')).toEqual(['--environment'])
    expect(offered('check', '--sign-in', 'man')).toEqual(['managed-identity'])
    expect(offered('plan', '--script', 'b')).toEqual(['bicep'])
    expect(offered('completion', 'f')).toEqual(['fish'])
  })

  it('offers files where a file is taken', () => {
    expect(offered('verify', 'package.j')).toEqual(['package.json'])
    expect(offered('report', '--out', 'package.j')).toEqual(['package.json'])
  })
})

it.each(SHELLS)('knows every command and option in %s', (shell) => {
  const script = completion(shell)
  for (const verb of VERBS) {
    expect(script).toContain(verb)
    for (const option of GRAMMAR[verb].options) expect(script).toContain(option)
  }
})
