const changes = (amount: number): string => `${amount} ${amount === 1 ? 'change' : 'changes'}`

/** Words of what will change. */
export const plan = {
  heading: 'What will change',
  change: 'Change',
  undo: 'Can be undone',
  cutOff: 'Users cut off',
  takes: 'Takes',
  before: 'Before',
  after: 'After',
  yes: 'Yes',
  no: 'No',
  by: 'By',
  details: 'Fields and script',
  detailsOf: (title: string) => `Fields and script of: ${title}`,
  fields: 'Fields that change',
  script: 'This change as a script',
  absent: 'not there',
  chosen: 'chosen by the service',
  mayStay: 'some tenants do not show it',
  nothingElse: 'Nothing else is changed.',
  later: (number: number) => `Then, in step ${number}`,
  laterNote: 'As far as it can be foreseen. That step reads everything anew before it plans.',
} as const

/** Words of the confirmation before the first write. */
export const confirmation = {
  heading: (amount: number) => `Apply ${changes(amount)}?`,
  calm: 'Nobody is cut off. Before the first change everything is read once more; if something differs from what you see here, nothing is changed.',
  recheck: 'Before the first change everything is read once more; if something differs from what you see here, nothing is changed.',
  irreversible: 'At least one change cannot be taken back.',
  usersCutOff: 'The environment is switched off for its users while this runs.',
  typeName: (name: string) => `Type the environment’s name, ${name}`,
  mismatch: (name: string) => `That is not the name. Type ${name} exactly as it stands here, with its capital letters and spaces.`,
  window: {
    legend: 'Maintenance window',
    from: 'From',
    to: 'To',
    zone: (zone: string) => `Your local time, ${zone}. The changes begin as soon as you apply them.`,
    short: (needed: string) =>
      `What is left of the window is shorter than the ${needed} that this can take by the documents. What Microsoft has begun goes on after its end.`,
    stated: (from: string, to: string, zone: string) => `Maintenance window: ${from} to ${to} (${zone}).`,
    heading: 'Maintenance windows',
  },
  apply: (amount: number) => `Apply ${changes(amount)}`,
  cancel: 'Cancel',
} as const
