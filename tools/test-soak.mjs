/**
 * `npm run test:soak`: the wizard waits four days for the link, through 200 sleeps of the computer, 50 spells without a network and 20
 * expired tokens. Time leaps from one poll to the next, so the processor time of the whole run, with the services in it, is compared with four days.
 * Ten real seconds between two polls are measured as well. The last line is the figure.
 */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { buildIfStale } from './build.mjs'
import { runAsCommand } from './command.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { repositoryRoot } from './location.mjs'

/** Memory in MB either way over the last half, processor time in hundredths of one core, lines of the journal for each disturbance. */
const limits = { memoryMb: 5, cpuPercent: 0.5, linesEach: 4 }

/**
 * @typedef {{ end: string, looks: number, sleeps: number, offlineSpells: number, tokenExpiries: number,
 *   met: { offline: number, expired: number }, waited?: { ms: number, cpuSeconds: number, lines: number } | undefined, memory: number[],
 *   rest?: { cpuShare: number, timers: number } | undefined }} Soak
 */

/**
 * @param {Soak} measured
 * @returns {{ line: string, passed: boolean }}
 */
export function verdict({ end, looks, sleeps, offlineSpells, tokenExpiries, met, waited, memory, rest }) {
  const { ms = 0, cpuSeconds = Number.NaN, lines = Number.NaN } = waited ?? {}
  const half = memory.slice(Math.floor(memory.length / 2))
  const swing = (Math.max(...half) - Math.min(...half)) / 2
  const cpu = (cpuSeconds / (ms / 1000)) * 100
  const resting = (rest?.cpuShare ?? Number.NaN) * 100
  const disturbances = sleeps + offlineSpells + tokenExpiries
  const wrong = [
    ...(end === 'encrypted' ? [] : [`ended ${end}`]),
    ...(ms >= 3.9 * 86_400_000 && half.length > 5 ? [] : ['waited too short a time to tell']),
    ...(sleeps === 200 && offlineSpells === 50 && tokenExpiries === 20 && met.offline >= 50 && met.expired >= 20
      ? []
      : ['not every disturbance came']),
    ...(swing <= limits.memoryMb ? [] : ['memory not flat']),
    ...(cpu < limits.cpuPercent && resting < limits.cpuPercent ? [] : ['too much processor time']),
    ...(rest?.timers === 1 ? [] : [`${rest?.timers} timers at rest`]),
    ...(lines <= limits.linesEach * disturbances ? [] : ['the journal grows with the looks']),
  ]
  return {
    line:
      `${(ms / 86_400_000).toFixed(1)} days, ${looks} looks, ${sleeps} sleeps, ${offlineSpells} offline spells, ${tokenExpiries} token expiries: ` +
      `${end}; memory ±${swing.toFixed(1)} MB over the last half, CPU ${cpu.toFixed(3)} % of one core (${resting.toFixed(3)} % in 10 real seconds at rest), ` +
      `${lines} lines of journal; ${wrong.length === 0 ? 'as promised' : `missed: ${wrong.join(', ')}`}`,
    passed: wrong.length === 0,
  }
}

async function main() {
  ensureDependencies()
  await buildIfStale(['soak'])
  const program = path.join(repositoryRoot, 'out', 'soak', 'index.js')
  const { status, stdout } = spawnSync(process.execPath, ['--expose-gc', program], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 24,
  })
  if (status !== 0) throw new Error('The wait did not come to its end.')
  const { line, passed } = verdict(JSON.parse(stdout))
  console.log(line)
  return passed
}

await runAsCommand(import.meta.url, main)
