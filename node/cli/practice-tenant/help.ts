import type { Formatter } from '#messages/formatter.ts'
import { FAULTS } from '../../practice/faults.ts'
import { SCENARIOS } from '../../practice/scenarios.ts'
import { helpText, optionLines } from '../help.ts'
import { languageOption } from '../terminal.ts'
import { messages, optionMessages } from './messages.ts'

export const help = (formatter: Formatter): string =>
  `${helpText(
    formatter,
    messages.purpose,
    optionLines(formatter, [
      ['--port N', optionMessages.port],
      ['--scenario NAME', optionMessages.scenario],
      ['--recording FILE', optionMessages.recording],
      ['--ca-out FILE', optionMessages.caOut],
      ['--cloud-out FILE', optionMessages.cloudOut],
      ['--import DIR', optionMessages.import],
      ['--speed N', optionMessages.speed],
      ['--latency MS', optionMessages.latency],
      ["--fault 'METHOD PATH-PATTERN [nth] FAULT'", optionMessages.fault({ example: "--fault 'POST /**/link 1 time-out-after'" })],
      ['--no-consent SERVICE, --conditional-access SERVICE', optionMessages.refusing],
      ['--client-certificate-out FILE', optionMessages.clientCertificateOut],
      ['--json', optionMessages.json],
      languageOption,
      ['--help', optionMessages.help],
    ]),
    [formatter.text(messages.faults), ...FAULTS.map((fault) => `  ${fault}`)].join('\n'),
    [formatter.text(messages.scenarios), ...SCENARIOS.map(({ name, story }) => `  ${name.padEnd(32)}${formatter.text(story)}`)].join('\n'),
  )}\n`
