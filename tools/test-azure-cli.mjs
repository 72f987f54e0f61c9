/**
 * `npm run test:azure-cli`: runs the real Azure CLI against the practice tenant. It reads what the tenant says, and
 * runs the script that the wizard writes. Ends with one line: `N passed, N failed`.
 *
 *   node tools/test-azure-cli.mjs [what Vitest takes: a path, -t NAME, …]
 *
 * Where Azure CLI is missing it is installed from Debian's packages, if that is possible without asking; elsewhere every test is
 * skipped, and the last line says so.
 */
import { closingLine } from './closing-line.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { aptCommand, aptInstall, findProgram } from './system.mjs'
import { runVitest } from './vitest.mjs'

const packages = ['azure-cli']

function ensureAzureCli() {
  if (findProgram('az') !== undefined || aptInstall(packages)) return
  console.error(
    `Azure CLI is missing and cannot be installed from here, so nothing is tested with it. On Debian an administrator installs it with:\n  sudo ${aptCommand(packages)}`,
  )
}

let counts = { passed: 0, failed: 1, skipped: 0 }
try {
  ensureDependencies()
  ensureAzureCli()
  const { buildIfStale } = await import('./build.mjs')
  // The script to be run is the one that the built program prints.
  await buildIfStale(['demo'])
  counts = await runVitest(['--project', 'azure-cli', ...process.argv.slice(2)])
} catch (reason) {
  console.error(reason instanceof Error ? reason.message : reason)
}
console.log(closingLine(counts))
process.exitCode = counts.failed === 0 ? 0 : 1
