/**
 * `npm run bench -- transition`: how long the wizard itself keeps a person waiting in a large engagement: its journal has 10,000
 * lines, its tenant 2,000 environments. The real machine, record and folder; the services answer at once, in the same process.
 *
 *   npm run bench -- transition [LINES [ENVIRONMENTS]] [--trend]
 *
 * `pushed` is from an event until the new view is drawn and serialized for the window; `saved` until, besides, everything that
 * the event logged is on disk (fsync). `disk` is what the same disk takes for a line and a file of the same sizes with nothing
 * around them. `opened` is from opening the folder until the sequence has taken up what was in it, `listed` from making the machine
 * until the engagement is on the first page; both beside the same engagement with one line in its journal. The last line is the
 * figure; a missed budget is said, and ends with 1, with `--trend` with 0.
 */
import { buildIfStale } from '../../tools/build.mjs'
import { runAsCommand } from '../../tools/command.mjs'
import { runPart } from './program.ts'
import { median, percentile } from './statistics.ts'

/** In milliseconds. */
const budgets = { savedP95: 5, startDelta: 40 }

type Opened = { listedMs: number; openedMs: number }
type Transitions = {
  lines: number
  journalMb: number
  environments: number
  openings: { large: Opened[]; small: Opened[] }
  pushedMs: number[]
  savedMs: number[]
  savedCpuMs: number[]
  events: string[]
  diskMs: number[]
}

const signed = (ms: number) => `${ms < 0 ? '' : '+'}${ms.toFixed(1)} ms`

function slowest(events: readonly string[], times: readonly number[]) {
  const named = [...new Set(events)].map((event) => ({ event, ms: median(times.filter((_ms, place) => events[place] === event)) }))
  named.sort((first, second) => second.ms - first.ms)
  return named
    .slice(0, 4)
    .map(({ event, ms }) => `${event} ${ms.toFixed(2)}`)
    .join(', ')
}

export function verdict({ lines, journalMb, environments, openings, pushedMs, savedMs, savedCpuMs, events, diskMs }: Transitions): {
  details: string[]
  line: string
  kept: boolean
} {
  const of = (opened: Opened[], member: keyof Opened) => median(opened.map((each) => each[member]))
  const spread = (times: number[]) =>
    `median ${median(times).toFixed(2)} ms, p95 ${percentile(times, 95).toFixed(2)} ms, highest ${Math.max(...times).toFixed(2)} ms`
  const delta = (member: keyof Opened) => of(openings.large, member) - of(openings.small, member)
  const p95 = percentile(savedMs, 95)
  const missed = [
    ...(p95 <= budgets.savedP95 ? [] : [`saved p95 over ${budgets.savedP95} ms`]),
    ...(delta('listedMs') <= budgets.startDelta ? [] : [`listed over +${budgets.startDelta} ms`]),
    ...(delta('openedMs') <= budgets.startDelta ? [] : [`opened over +${budgets.startDelta} ms`]),
  ]
  return {
    details: [
      `pushed: ${spread(pushedMs)}`,
      `pushed slowest: ${slowest(events, pushedMs)}`,
      `saved: ${spread(savedMs)}`,
      `saved slowest: ${slowest(events, savedMs)}`,
      `processor time until saved: ${spread(savedCpuMs)}`,
      `disk: ${spread(diskMs)}`,
      ...(['listedMs', 'openedMs'] as const).map(
        (member) =>
          `${member.slice(0, -2)}: ${of(openings.large, member).toFixed(1)} ms, with one line ${of(openings.small, member).toFixed(1)} ms`,
      ),
    ],
    line:
      `${savedMs.length} transitions, ${lines} lines (${journalMb.toFixed(0)} MB), ${environments} environments: ` +
      `saved and pushed p95 ${p95.toFixed(2)} ms (the disk alone ${percentile(diskMs, 95).toFixed(2)} ms), start ${signed(delta('listedMs'))}, opening ${signed(delta('openedMs'))}; ` +
      (missed.length === 0 ? 'within the budgets' : `missed: ${missed.join(', ')}`),
    kept: missed.length === 0,
  }
}

async function main(words: readonly string[]) {
  const isTrend = words.includes('--trend')
  const [lines = 10_000, environments = 2_000, ...more] = words.filter((word) => word !== '--trend').map(Number)
  if (more.length > 0 || ![lines, environments].every((count) => Number.isInteger(count) && count > 0))
    throw new Error('Usage: npm run bench -- transition [LINES [ENVIRONMENTS]] [--trend]')
  await buildIfStale(['bench'])
  const { details, line, kept } = verdict(JSON.parse(runPart(['transitions', String(lines), String(environments)])))
  for (const each of details) console.error(`  ${each}`)
  console.log(line)
  return kept || isTrend
}

await runAsCommand(import.meta.url, main)
