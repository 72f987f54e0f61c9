import { mkdir, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { FileNotRead, readRegular } from '../../services/regular-file.ts'
import { createDurably, hasCode, isMissing } from './durable-file.ts'
import { type KeptReport, keepUnder, keptReports, LARGEST_REPORT, type ReportToKeep } from './reports.ts'

export async function reportsIn(folder: string): Promise<readonly KeptReport[]> {
  try {
    const names = await readdir(folder)
    const candidates = keptReports(names.map((name) => ({ name, size: 0 })))
    return await Promise.all(candidates.map(async (each) => ({ ...each, size: (await stat(path.join(folder, each.name))).size })))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** Undefined if missing, too large, or not a file. */
export async function reportIn(folder: string, name: string): Promise<Buffer | undefined> {
  try {
    return await readRegular(path.join(folder, name), LARGEST_REPORT)
  } catch (error) {
    if (isMissing(error) || error instanceof FileNotRead) return undefined
    throw error
  }
}

export async function keepReportIn(folder: string, report: ReportToKeep, at: number): Promise<KeptReport> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return keepUnder(report, at, async (name, content) => {
    const file = path.join(folder, name)
    try {
      await createDurably(file, content)
      return true
    } catch (error) {
      if (hasCode(error, 'EEXIST')) return (await reportIn(folder, name))?.equals(content) === true
      throw error
    }
  })
}
