/** Memory in MB either way over the last half, processor time in hundredths of one core, lines of the journal for each disturbance. */
const LIMITS = { memoryMb: 5, cpuPercent: 0.5, linesEach: 4 }

const DAY = 86_400_000

export interface Soak {
  readonly end: string
  readonly looks: number
  readonly sleeps: number
  readonly offlineSpells: number
  readonly tokenExpiries: number
  /** Requests that found no network, and requests with an expired token. */
  readonly met: { readonly offline: number; readonly expired: number }
  readonly waited?: { readonly ms: number; readonly cpuSeconds: number; readonly lines: number } | undefined
  readonly memory: readonly number[]
  readonly rest?: { readonly cpuShare: number; readonly timers: number } | undefined
}

/** The figures in one line, and what of them is not as promised. */
export function verdict({ end, looks, sleeps, offlineSpells, tokenExpiries, met, waited, memory, rest }: Soak) {
  const { ms = 0, cpuSeconds = Number.NaN, lines = Number.NaN } = waited ?? {}
  const half = memory.slice(Math.floor(memory.length / 2))
  const swing = (Math.max(...half) - Math.min(...half)) / 2
  const cpu = (cpuSeconds / (ms / 1000)) * 100
  const resting = (rest?.cpuShare ?? Number.NaN) * 100
  const wereAll = sleeps === 200 && offlineSpells === 50 && tokenExpiries === 20 && met.offline >= 50 && met.expired >= 20
  const wrong = [
    ...(end === 'encrypted' ? [] : [`ended ${end}`]),
    ...(ms >= 3.9 * DAY && half.length > 5 ? [] : ['waited too short a time to tell']),
    ...(wereAll ? [] : ['not every disturbance came']),
    ...(swing <= LIMITS.memoryMb ? [] : ['memory not flat']),
    ...(cpu < LIMITS.cpuPercent && resting < LIMITS.cpuPercent ? [] : ['too much processor time']),
    ...(rest?.timers === 1 ? [] : [`${rest?.timers} timers at rest`]),
    ...(lines <= LIMITS.linesEach * (sleeps + offlineSpells + tokenExpiries) ? [] : ['the journal grows with the looks']),
  ]
  const line =
    `${(ms / DAY).toFixed(1)} days, ${looks} looks, ${sleeps} sleeps, ${offlineSpells} offline spells, ${tokenExpiries} token expiries: ` +
    `${end}; memory ±${swing.toFixed(1)} MB over the last half, CPU ${cpu.toFixed(3)} % of one core (${resting.toFixed(3)} % in 10 real seconds at rest), ` +
    `${lines} lines of journal`
  return { line, wrong }
}
