/**
 * `npm run test:scripts`: parsers that are not ours read every script the wizard exports, under hostile names, and LibreOffice opens the
 * list of customers. Ends with one line: `N passed, N failed`.
 *
 *   node tools/test-exported-scripts.mjs [what Vitest takes: a path, -t NAME, …]
 *
 * ShellCheck and LibreOffice Calc (85 MB) are installed from Debian's packages, if that is possible without asking; elsewhere their tests
 * are skipped. The test against the published schemas of ARM templates needs `ARM_SCHEMAS`: the folder `schemas` of a checkout of
 * Azure/azure-resource-manager-schemas.
 */
import { closingLine } from './closing-line.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { aptCommand, aptInstall, findProgram } from './system.mjs'
import { runVitest } from './vitest.mjs'

/** Programs, and the packages that have them. */
const PROGRAMS = { shellcheck: 'shellcheck', soffice: 'libreoffice-calc-nogui' }

let counts = { passed: 0, failed: 1, skipped: 0 }
try {
  ensureDependencies()
  const packages = Object.entries(PROGRAMS).flatMap(([program, name]) => (findProgram(program) === undefined ? [name] : []))
  if (packages.length > 0 && !aptInstall(packages))
    console.error(
      `${packages.join(' and ')} missing: tests are skipped. On Debian an administrator installs them with:\n  sudo ${aptCommand(packages)}`,
    )
  if (!process.env['ARM_SCHEMAS']) console.error('ARM_SCHEMAS is not set, so no template is checked against the published schemas.')
  counts = await runVitest(['--project', 'exported-scripts', ...process.argv.slice(2)])
} catch (reason) {
  console.error(reason instanceof Error ? reason.message : reason)
}
console.log(closingLine(counts))
process.exitCode = counts.failed === 0 ? 0 : 1
