import { readFile, stat } from 'node:fs/promises'
import { CUSTOMER_MANAGED_KEYS } from '../../machines/procedure/procedure.ts'
import { utcIn } from '../../records/evidence/html-text.ts'
import { LONGEST_REPORT } from '../../records/evidence/report.ts'
import { verifyReportFile } from '../../records/evidence/verify.ts'
import { helpText, optionLines } from '../help.ts'
import { languageOption, openTerminal } from '../terminal.ts'
import { messages } from './messages.ts'

const { formatter, words } = await openTerminal(process.argv.slice(2), process.env)

async function main(): Promise<number> {
  const [file] = words
  if (file === undefined || words.length > 1 || file === '--help' || file === '-h') {
    console.log(
      helpText(
        formatter,
        'npm run verify-report -- FILE [--language LANGUAGE]',
        messages.purpose,
        optionLines(formatter, [languageOption]),
        messages.exitCodes,
      ),
    )
    return file === '--help' || file === '-h' ? 0 : 2
  }
  try {
    const { size } = await stat(file)
    if (size > LONGEST_REPORT * 2) {
      console.error(formatter.text(messages.tooLong({ file })))
      return 1
    }
    const checked = await verifyReportFile(CUSTOMER_MANAGED_KEYS, await readFile(file, 'utf8'))
    if (!checked.ok) {
      console.error(formatter.text(messages.fails({ file, why: checked.why })))
      return 1
    }
    const { journal, madeAt, madeBy, summary } = checked.report
    const environment = summary.opened?.environment
    console.log(formatter.text(messages.holds({ file, lines: journal.lines.length, at: utcIn(formatter.locale)(madeAt), by: madeBy })))
    const hash = journal.head
    console.log(
      formatter.text(
        environment
          ? messages.environment({ name: environment.displayName ?? environment.id, id: environment.id, hash })
          : messages.noEnvironment({ hash }),
      ),
    )
    return 0
  } catch (error) {
    console.error(formatter.text(messages.unreadable({ file, error: error instanceof Error ? error.message : String(error) })))
    return 2
  }
}

process.exitCode = await main()
