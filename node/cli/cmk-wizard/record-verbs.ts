import { defined } from '#machines/defined.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { messages, usageMessages } from './messages.ts'
import { visible } from './output.ts'
import { CHECK_CODES, STATES } from './reading.ts'
import { readRecords, recordedOf, rowsOf } from './records.ts'
import { chosenRecord, formatOf, isOtherFormat, reportOf, saveReport } from './report.ts'
import { worst } from './results.ts'
import type { Outcome, Running } from './running.ts'
import { problemLines, recordedLines } from './told.ts'
import { verifiedLines, verifyFile } from './verify.ts'

/* Verbs for this computer's records; they don't sign in. */

/** Records as last saved. A named folder without any is an error, which a list can't show. */
export async function status(running: Running): Promise<Outcome> {
  const { command, variables, formatter, now, err } = running
  const read = await readRecords(command, variables)
  const { folder, all, kept } = read
  const rows = rowsOf(read, now())
  const records = all.flatMap((each, at) => (rows[at] ? [recordedOf(formatter, each, rows[at])] : []))
  const none = formatter.text(messages.noRecords({ folder }))
  if (records.length === 0 && command.has('folder')) {
    const problem = { title: none, meaning: '', remedy: '' }
    err.write(`${problemLines(running, problem).join('\n')}\n`)
    return { result: { verb: 'status', exitCode: 3, folder, records, problem }, lines: [] }
  }
  const problem = kept?.problem && { title: formatter.text(kept.problem), meaning: '', remedy: '' }
  if (problem && !command.has('json')) err.write(`${problemLines(running, problem).join('\n')}\n`)
  // What the app's checks have read since isn't known where their file can't be read.
  const exitCode = worst([...(problem ? [3 as const] : []), ...rows.map(({ state }) => CHECK_CODES[STATES[state.kind]])])
  return {
    result: { verb: 'status', exitCode, folder, records, ...defined({ problem }) },
    lines: records.length === 0 ? [visible(none)] : records.flatMap(recordedLines(running)),
  }
}

export async function report(running: Running): Promise<Outcome> {
  const { command, variables, formatter, now, progress } = running
  const file = command.value('out')
  if (command.has('json') && file === undefined)
    return { refused: [usageMessages.missing({ verb: 'report --json', missing: '--out FILE' })] }
  if (isOtherFormat(command)) return { refused: [usageMessages.oneOf({ option: '--out', choices: '.html, .json' })] }
  const { folder, all } = await readRecords(command, variables)
  const chosen = chosenRecord(all, command.value('environment'), folder)
  if (!chosen.ok) return notWritten(running, file, chosen.why)
  const written = await reportOf(chosen.folder, chosen.id, formatOf(command), formatter, now())
  if (!written.ok) return notWritten(running, file, written.why)
  const { id, displayName: name = id } = chosen.engagement.environment
  const result = { verb: 'report', exitCode: 0, file: file ?? '-', environment: { id, name } } as const
  if (file === undefined) return { result, lines: [], raw: written.content }
  const why = await saveReport(file, written.content)
  if (why !== undefined) return notWritten(running, file, why)
  progress(formatter.text(messages.saved({ file })))
  return { result, lines: [] }
}

function notWritten(running: Running, file: string | undefined, why: DisplayText): Outcome {
  const { formatter, command, err } = running
  const problem = { title: formatter.text(why), meaning: '', remedy: '' }
  if (!command.has('json')) err.write(`${problemLines(running, problem).join('\n')}\n`)
  return { result: { verb: 'report', exitCode: 3, file: file ?? '-', problem }, lines: [] }
}

const VERIFY_CODES = { valid: 0, 'not-valid': 1, 'not-read': 3 } as const

export async function verify({ command, formatter, err }: Running): Promise<Outcome> {
  const files = await Promise.all(command.words.map((file) => verifyFile(formatter, file)))
  const exitCode = worst(files.map(({ state }) => VERIFY_CODES[state]))
  const bad = files.filter(({ state }) => state !== 'valid').flatMap((each) => verifiedLines(formatter, each))
  if (bad.length > 0 && !command.has('json')) err.write(`${bad.join('\n')}\n`)
  return {
    result: { verb: 'verify', exitCode, files },
    lines: files.filter(({ state }) => state === 'valid').flatMap((each) => verifiedLines(formatter, each)),
  }
}
