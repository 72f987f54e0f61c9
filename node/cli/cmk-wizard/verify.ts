import { isUtf8 } from 'node:buffer'
import { defined } from '#machines/defined.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import type { Formatter } from '#messages/formatter.ts'
import { utcIn } from '../../records/evidence/html-text.ts'
import { LONGEST_REPORT } from '../../records/evidence/report.ts'
import { verifyReportFile } from '../../records/evidence/verify.ts'
import { FileNotRead, readRegular, whyNotRead } from '../../services/regular-file.ts'
import { visible } from './output.ts'
import type { Verified } from './results.ts'
import { verifyMessages as messages } from './verify-messages.ts'

export async function verifyFile({ text }: Formatter, file: string): Promise<Verified> {
  try {
    const bytes = await readRegular(file, LONGEST_REPORT * 2)
    if (!isLikeReport(bytes)) return { file, state: 'not-valid', why: text(messages.noReport) }
    const checked = await verifyReportFile(CUSTOMER_MANAGED_KEYS, bytes.toString('utf8'))
    if (!checked.ok) return { file, state: 'not-valid', why: text(checked.why) }
    const { journal, madeAt, madeBy, summary } = checked.report
    const found = summary.opened?.environment
    const environment = found && { id: found.id, name: found.displayName ?? found.id }
    return { file, state: 'valid', lines: journal.lines.length, madeAt, madeBy, hash: journal.head, ...defined({ environment }) }
  } catch (error) {
    if (error instanceof FileNotRead && error.fault === 'too-large')
      return { file, state: 'not-valid', why: text(messages.tooLong({ file: visible(file) })) }
    return { file, state: 'not-read', why: text(whyNotRead(error)) }
  }
}

/** Text that starts like a page or JSON: anything else can't be called edited. */
const isLikeReport = (bytes: Buffer): boolean => isUtf8(bytes) && /^\uFEFF?\s*[<{]/.test(bytes.toString('utf8'))

export function verifiedLines(formatter: Formatter, { file: named, state, why = '', ...found }: Verified): readonly string[] {
  const { text, locale } = formatter
  const file = visible(named)
  if (state === 'not-read') return [text(messages.unreadable({ file, error: visible(why) }))]
  if (state === 'not-valid') return [text(messages.fails({ file, why: visible(why) }))]
  const { lines = 0, madeAt = 0, madeBy = '', environment, hash = '' } = found
  return [
    text(messages.holds({ file, lines, at: utcIn(locale)(madeAt), by: visible(madeBy) })),
    text(
      environment
        ? messages.environment({ name: visible(environment.name), id: visible(environment.id), hash })
        : messages.noEnvironment({ hash }),
    ),
  ]
}
