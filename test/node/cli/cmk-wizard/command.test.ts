import { describe, expect, it } from 'vitest'
import { type Command, readCommand } from '#node/cli/cmk-wizard/command.ts'
import { GRAMMAR, VERBS } from '#node/cli/cmk-wizard/grammar.ts'
import { english } from '#test/english.ts'

const why = (...words: readonly string[]): readonly string[] => {
  const read = readCommand(words)
  return read.kind === 'refused' ? read.why.map(english.text) : [`accepted as ${read.kind}`]
}

function command(...words: readonly string[]): Command {
  const read = readCommand(words)
  if (read.kind !== 'run') throw new Error(`It is ${read.kind}.`)
  return read.command
}

describe('a command line', () => {
  it('gives the command and its options', () => {
    const read = command('check', '--tenant', 'contoso.com', '--environment=A', '--environment', 'B', '--json')
    expect([read.verb, read.value('tenant'), read.values('environment'), read.has('json')]).toEqual([
      'check',
      'contoso.com',
      ['A', 'B'],
      true,
    ])
  })

  it('asks for help by option, by command and by letter', () => {
    expect(readCommand(['--help'])).toEqual({ kind: 'help' })
    expect(readCommand(['check', '-h'])).toEqual({ kind: 'help', verb: 'check' })
    expect(readCommand(['help', 'check'])).toEqual({ kind: 'help', verb: 'check' })
    expect(readCommand(['help'])).toEqual({ kind: 'help' })
  })

  it('asks for the version where no command is named', () => {
    expect(readCommand(['--version'])).toEqual({ kind: 'version' })
    expect(why('check', '--version').join('\n')).toMatch(/^check has no option --version/)
  })

  it.each([
    ['an unknown command', ['chekc'], /There’s no command “chekc”\. The commands are environments, check/],
    ['no command', [], /The command is missing/],
    ['what looks like no command at all', ['s3cr3t=abc'], /^The command is missing/],
    ['a misspelled option', ['check', '--enviroment', 'x'], /check has no option --enviroment\. Did you mean --environment\?/],
    ['an option of another command', ['status', '--tenant', 'x'], /^status has no option --tenant\.$/],
    ['an option without its value', ['check', '--tenant'], /--tenant needs a value: TENANT/],
    ['an option that follows instead of a value', ['check', '--tenant', '--json'], /--tenant needs a value/],
    ['a value where there is none', ['check', '--json=yes'], /--json takes no value/],
    ['an unknown way to sign in', ['check', '--sign-in', 'browser'], /--sign-in takes one of: device-code, azure-cli/],
    ['an option twice', ['check', '--tenant', 'a', '--tenant', 'b'], /--tenant can be given only once/],
    ['a word too many', ['check', 'contoso'], /Argument 2 isn’t part of check/],
    ['too few words', ['verify'], /verify needs FILE…/],
    ['an unknown shell', ['completion', 'tcsh'], /completion takes one of: bash, zsh, fish, powershell/],
  ])('names %s', (_, words, expected) => expect(why(...words).join('\n')).toMatch(expected))

  it.each(['--secret', '--client-secret', '--password', '--token'])('refuses %s and says where a secret goes', (option) => {
    const told = why('check', option, 'TOP-SECRET').join('\n')
    expect(told).toBe('A secret doesn’t belong on a command line, where others can read it. Set AZURE_CLIENT_SECRET instead.')
  })

  it.each([
    ['check', 'TOP-SECRET'],
    ['check', '--tenent', 'TOP-SECRET'],
    ['check', '--json=TOP-SECRET'],
    ['check', '--sign-in', 'TOP-SECRET'],
    ['completion', 'TOP-SECRET'],
    ['TOP-SECRET=1'],
  ])('never repeats a value that could be a secret: %s %s', (...words) => expect(why(...words).join('\n')).not.toContain('TOP-SECRET'))

  it('has an example for every command that does something by itself', () => {
    const without = VERBS.filter((verb) => GRAMMAR[verb].examples.length === 0)
    expect(without).toEqual(['schema', 'help'])
  })

  it('has only examples that it understands itself', () => {
    for (const verb of VERBS)
      for (const [written] of GRAMMAR[verb].examples) {
        const words = (written.split(/ [>|] /)[0] ?? '').match(/"[^"]*"|\S+/g)?.map((word) => word.replaceAll('"', '')) ?? []
        // The language is taken out before.
        const read = readCommand(words.filter((word, at) => word !== '--language' && words[at - 1] !== '--language'))
        expect([written, read.kind]).toEqual([written, 'run'])
      }
  })
})
