/**
 * Stands in for the makensis that electron-builder brings: Debian's, which lacks four plug-ins of that. The script is electron-builder's own, with
 * UAC and StdUtils replaced by macros, WinShell (which marks shortcuts for the taskbar) left out, and the files packed by NSIS itself in place of an
 * archive for Nsis7z. It's made for 64 bits, since Debian's Wine alone runs no others; the look for a running app, which is written for 32, is left out.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const { NSIS_TEMPLATES = '', NSIS_CHANGED_TEMPLATES = '', NSIS_APP = '' } = process.env

const NO_LOOK_FOR_A_RUNNING_APP = '!macro customCheckAppRunning\n!macroend\n'
const script = NO_LOOK_FOR_A_RUNNING_APP + readFileSync(0, 'utf8').replaceAll(NSIS_TEMPLATES, NSIS_CHANGED_TEMPLATES)
const given = process.argv.slice(2, -1).filter((word) => word !== '-WX' && !word.startsWith('-XUnicode'))
const { status } = spawnSync('/usr/bin/makensis', ['-XTarget amd64-unicode', ...given, `-DAPP_BUILD_DIR=${NSIS_APP}`, '-'], {
  cwd: NSIS_CHANGED_TEMPLATES,
  env: { ...process.env, NSISDIR: '/usr/share/nsis' },
  input: script,
  stdio: ['pipe', 'inherit', 'inherit'],
})
process.exitCode = status ?? 1
