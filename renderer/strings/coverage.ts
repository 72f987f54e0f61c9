import type { Coverage, CoverageGroup } from '../../machines/procedure/coverage/item.ts'

const count = (amount: number, one: string, many: string): string => `${amount} ${amount === 1 ? one : many}`

const covers: Readonly<Record<Coverage | 'unlisted', string>> = {
  covered: 'Covered',
  partly: 'Partly covered',
  not: 'Not covered',
  unknown: 'Unknown',
  unlisted: 'Not named',
}

const groups: Readonly<Record<CoverageGroup, string>> = {
  'finance-and-operations': 'Finance and operations apps',
  commerce: 'Commerce',
  'add-ins': 'Add-ins',
  'power-automate': 'Power Automate',
  'power-platform': 'Power Platform',
  'dynamics-365': 'Other Dynamics 365 apps in the same environment',
}

/** Words of the page about what the key covers. What the documents say comes with the view. */
export const coverage = {
  covers,
  groups,
  title: 'What the key covers',
  askLead:
    'Not every app and add-in is encrypted with your key. Tick everything that is used in the environment, and you see what Microsoft’s documents say of each.',
  notSure: 'Not sure whether something is used? Tick it: a gap that turns out not to exist costs nothing.',
  resultLead:
    'What Microsoft’s documents say of each app and add-in that is used. Each gap is acknowledged by itself before anything is written.',
  assess: 'See what is covered',
  keep: 'Keep the answers',
  change: 'Change what is used',
  toSteps: 'To the steps',
  nothingTicked: 'Nothing is ticked yet. Tick at least one app that is used in the environment.',
  gaps: 'Gaps',
  gapsNote: (open: number, all: number) => (open === 0 ? 'all acknowledged' : `${open} of ${all} to acknowledge`),
  openGaps: (open: number) => `${count(open, 'gap waits', 'gaps wait')} to be acknowledged.`,
  noGaps: 'No known gaps in what you selected. Flows that Power Automate doesn’t migrate count only where you selected them.',
  covered: 'Covered',
  answeredBy: (by: string, at: string) => `Answered by ${by}, ${at}`,
  says: 'Says',
  because: 'Why',
  forecast: 'Forecast',
  toDo: 'To do',
  inItsTerms: (terms: readonly string[]) => `In its own terms: ${terms.map((term) => `“${term}”`).join(', ')}.`,
  forecasts: {
    stale: (words: string) => `“${words}”: stale. The time it names has passed, and the document still says it.`,
    open: (words: string) => `“${words}”`,
    undated: (words: string) => `“${words}”: a promise without a date.`,
  },
  older: (amount: number) => count(amount, 'older or other edition', 'older or other editions'),
  disagrees: 'Says otherwise',
  know: (known: string) => `I know that ${known}.`,
  acknowledge: 'Acknowledge this gap',
  acknowledgedBy: (by: string, at: string) => `Acknowledged by ${by}, ${at}`,
} as const
