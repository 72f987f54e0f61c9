import { readFile, stat } from 'node:fs/promises'
import { utc } from '../../records/evidence/html.ts'
import { LONGEST_REPORT } from '../../records/evidence/report.ts'
import { verifyReportFile } from '../../records/evidence/verify.ts'

const USAGE = `npm run verify-report -- FILE

Checks a report of the wizard (JSON or the page): its form, its digest, each line of its journal against the one before, and
that what it shows is what the journal says. Names the first line that does not hold.

Exit code 0 when it holds, 1 when it does not, 2 when the command could not be understood or the file not read.`

async function main(words: readonly string[]): Promise<number> {
  const [file] = words
  if (file === undefined || words.length > 1 || file === '--help' || file === '-h') {
    console.log(USAGE)
    return file === '--help' || file === '-h' ? 0 : 2
  }
  try {
    const { size } = await stat(file)
    if (size > LONGEST_REPORT * 2) {
      console.error(`${file} is longer than any report of the wizard.`)
      return 1
    }
    const checked = await verifyReportFile(await readFile(file, 'utf8'))
    if (!checked.ok) {
      console.error(`${file} does not hold. ${checked.why}`)
      return 1
    }
    const { journal, madeAt, madeBy, summary } = checked.report
    const environment = summary.opened?.environment
    console.log(`${file} holds: ${journal.lines.length} lines, made ${utc(madeAt)} by ${madeBy}.`)
    console.log(`Environment ${environment?.displayName ?? 'none'} (${environment?.id ?? 'no id'}); hash of the last line ${journal.head}.`)
    return 0
  } catch (error) {
    console.error(`${file} could not be read: ${error instanceof Error ? error.message : error}`)
    return 2
  }
}

process.exitCode = await main(process.argv.slice(2))
