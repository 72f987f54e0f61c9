import { english } from '../../messages/english.ts'
import { FAULTS } from '../../practice/faults.ts'
import { SCENARIOS } from '../../practice/scenarios.ts'
import { messages } from './messages.ts'

/** What `--help` prints. */
export const help = (): string =>
  english.text(
    messages.help({
      example: "--fault 'POST /**/link 1 time-out-after'",
      faults: FAULTS.map((fault) => `  ${fault}`).join('\n'),
      scenarios: SCENARIOS.map(({ name, story }) => `  ${name.padEnd(32)}${english.text(story)}`).join('\n'),
    }),
  )
