/** Words for what has changed since the end. */
export const drift = {
  heading: 'What has changed since the end',
  noEnd:
    'The wizard has no end of this environment on record: it is kept when all four steps are proved and the closing page opens. From then on it can be compared here.',
  end: (when: string, by: string) =>
    `The end was recorded ${when} by ${by}. Comparing reads all four steps again and writes nothing. What you changed on purpose is listed as well.`,
  compare: 'Compare with the end',
  compared: (when: string) => `compared ${when}`,
  reading: 'Reading everything again',
  nothing: 'Nothing has changed: everything reads as it did at the end.',
  toPutRight: (worse: number) =>
    worse === 0
      ? 'What has changed is in order as it is. Look whether it was meant to change.'
      : `${worse === 1 ? 'One change is' : `${worse} changes are`} for somebody to look at; the worst come first.`,
  what: 'What',
  was: 'At the end',
  is: 'Now',
  who: 'Who can put it right',
  turns: { worse: 'Worse', better: 'Better', other: 'Changed' },
  inOrder: 'In order as it is. Ask whether it was meant to change.',
} as const
