/**
 * `npm run test:scripts`: parsers that are not ours read every script the wizard exports, under hostile names. Ends with one line:
 * `N passed, N failed`.
 *
 *   node tools/test-exported-scripts.mjs [what Vitest takes: a path, -t NAME, …]
 *
 * ShellCheck is installed from Debian's packages, if that is possible without asking; elsewhere its test is skipped. The test against the
 * published schemas of ARM templates needs `ARM_SCHEMAS`: the folder `schemas` of a checkout of Azure/azure-resource-manager-schemas.
 */
import { closingLine } from './closing-line.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { aptCommand, aptInstall, findProgram } from './system.mjs'
import { runVitest } from './vitest.mjs'

const packages = ['shellcheck']

let counts = { passed: 0, failed: 1, skipped: 0 }
try {
  ensureDependencies()
  if (findProgram('shellcheck') === undefined && !aptInstall(packages))
    console.error(
      `ShellCheck is missing, so its test is skipped. On Debian an administrator installs it with:\n  sudo ${aptCommand(packages)}`,
    )
  if (!process.env['ARM_SCHEMAS']) console.error('ARM_SCHEMAS is not set, so no template is checked against the published schemas.')
  counts = await runVitest(['--project', 'exported-scripts', ...process.argv.slice(2)])
} catch (reason) {
  console.error(reason instanceof Error ? reason.message : reason)
}
console.log(closingLine(counts))
process.exitCode = counts.failed === 0 ? 0 : 1
