import { definitionOf, GRAMMAR, type OptionName, type Shell, VERBS } from './grammar.ts'
import { PROGRAM } from './help.ts'

/** Values of an option in any verb; undefined if free text. */
function valuesOf(name: OptionName): readonly string[] | undefined {
  const choices = VERBS.filter((verb) => GRAMMAR[verb].options.includes(name)).flatMap((verb) => definitionOf(name, verb).choices ?? [])
  return choices.length === 0 ? undefined : [...new Set(choices)]
}

const isFile = (name: OptionName): boolean => ['FILE', 'FOLDER'].includes(definitionOf(name).takes ?? '')

const OPTION_NAMES = [...new Set(VERBS.flatMap((verb) => GRAMMAR[verb].options))]
const WITH_CHOICES = OPTION_NAMES.flatMap((name) => {
  const choices = valuesOf(name)
  return choices ? [{ name, choices }] : []
})
const WITH_FILES = OPTION_NAMES.filter(isFile)
const wordsOf = (verb: (typeof VERBS)[number]): string =>
  [...GRAMMAR[verb].options.map((name) => `--${name}`), ...(GRAMMAR[verb].words?.choices ?? [])].join(' ')

const bash = (): string => `_cmk_wizard() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W '${VERBS.join(' ')}' -- "$current")); return; fi
  case $before in
${WITH_CHOICES.map(({ name, choices }) => `    --${name}) COMPREPLY=($(compgen -W '${choices.join(' ')}' -- "$current")); return ;;`).join('\n')}
    ${WITH_FILES.map((name) => `--${name}`).join('|')}) COMPREPLY=($(compgen -f -- "$current")); return ;;
  esac
  case \${COMP_WORDS[1]} in
${VERBS.map((verb) => `    ${verb}) COMPREPLY=($(compgen -W '${wordsOf(verb)}' -- "$current")) ;;`).join('\n')}
  esac
  [ "\${COMP_WORDS[1]}" = verify ] && [ "\${current#-}" = "$current" ] && COMPREPLY=($(compgen -f -- "$current"))
}
complete -F _cmk_wizard ${PROGRAM}
`

const zsh = (): string => `#compdef ${PROGRAM}
_cmk_wizard() {
  local before=\${words[CURRENT-1]}
  if (( CURRENT == 2 )); then compadd -- ${VERBS.join(' ')}; return; fi
  case $before in
${WITH_CHOICES.map(({ name, choices }) => `    --${name}) compadd -- ${choices.join(' ')}; return ;;`).join('\n')}
    ${WITH_FILES.map((name) => `--${name}`).join('|')}) _files; return ;;
  esac
  case \${words[2]} in
${VERBS.map((verb) => `    ${verb}) compadd -- ${wordsOf(verb)} ;;`).join('\n')}
  esac
  [[ \${words[2]} == verify ]] && _files
}
compdef _cmk_wizard ${PROGRAM}
`

const fish = (): string =>
  `${[
    `complete -c ${PROGRAM} -f`,
    `complete -c ${PROGRAM} -n __fish_use_subcommand -a '${VERBS.join(' ')}'`,
    `complete -c ${PROGRAM} -n '__fish_seen_subcommand_from verify' -F`,
    ...VERBS.flatMap((verb) => [
      ...GRAMMAR[verb].options.map((name) => {
        const { choices } = definitionOf(name, verb)
        const takes = choices
          ? ` -x -a '${choices.join(' ')}'`
          : isFile(name)
            ? ' -r -F'
            : definitionOf(name).takes === undefined
              ? ''
              : ' -x'
        return `complete -c ${PROGRAM} -n '__fish_seen_subcommand_from ${verb}' -l ${name}${takes}`
      }),
      ...(GRAMMAR[verb].words?.choices
        ? [`complete -c ${PROGRAM} -n '__fish_seen_subcommand_from ${verb}' -a '${GRAMMAR[verb].words?.choices?.join(' ')}'`]
        : []),
    ]),
  ].join('\n')}\n`

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ')

const powershell = (): string => `Register-ArgumentCompleter -Native -CommandName ${PROGRAM} -ScriptBlock {
  param($word, $command, $position)
  $said = @($command.CommandElements | ForEach-Object { "$_" })
  $before = if ($word) { $said[-2] } else { $said[-1] }
  $values = @{
${WITH_CHOICES.map(({ name, choices }) => `    '--${name}' = @(${quoted(choices)})`).join('\n')}
  }
  $verbs = @{
${VERBS.map((verb) => `    '${verb}' = @(${quoted(wordsOf(verb).split(' '))})`).join('\n')}
  }
  $found = if ($values.ContainsKey($before)) { $values[$before] }
    elseif ($said.Count -gt 1 -and $verbs.ContainsKey($said[1])) { $verbs[$said[1]] }
    else { @(${quoted(VERBS)}) }
  $found | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`

const SCRIPTS: Readonly<Record<Shell, () => string>> = { bash, zsh, fish, powershell }

export const completion = (shell: Shell): string => SCRIPTS[shell]()
