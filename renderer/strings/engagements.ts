/** Words for environments that were worked on before, and for their record on this computer. */
export const engagements = {
  heading: 'Go on with an environment',
  lead: 'Signs in as before, reads every step again, and goes on where it was left.',
  encrypting: (when: string) => `Being encrypted at Microsoft since ${when}`,
  managing: (when: string) => `Being made a Managed Environment since ${when}`,
  beingRemoved: (when: string) => `Being taken out of its policy since ${when}`,
  rotating: (when: string) => `A new version of its key is being picked up since ${when}`,
  proved: (when: string) => `Proved ${when}`,
  open: (step: number) => `Step ${step} open`,
  closed: 'Cannot be opened',
  saved: (when: string, account: string) => `Last saved ${when} as ${account}`,
  openIt: 'Open',
  openOf: (environment: string) => `Open ${environment}`,
  remove: 'Remove from list',
  removeOf: (environment: string) => `Remove ${environment} from the list`,
  removing:
    'Takes it off this list. Nothing at Microsoft changes, and an operation that runs there goes on. The journal stays in its folder on this computer; choosing the environment again begins a new record.',
  removeNow: 'Remove it',
  keep: 'Keep it',
  recovery: {
    eyebrow: 'Since it was last open',
    reading: 'Reading every step again',
    differs: 'Something differs from what is on record',
    same: 'The record was put right',
    failed: 'The steps could not be read',
    last: (when: string, account: string) =>
      `This environment was last worked on ${when} as ${account}. A step counts when the services say so now.`,
    step: (step: number, title: string) => `Step ${step}: ${title}`,
    was: 'On record',
    is: 'Now',
    found: 'Found on this computer',
    goOn: 'Go on with what is there now',
    redo: 'Go to the first step that differs',
    stop: 'Close without going on',
    again: 'Read again',
  },
  record: {
    here: (user: string, host: string, processId: number, when: string) =>
      `${user} has this environment open in another wizard, since ${when} (process ${processId} on ${host}). You can look at everything. Only one may write at a time.`,
    gone: (user: string, host: string, processId: number, when: string) =>
      `The wizard that ${user} opened this environment with ${when} is gone (process ${processId} on ${host}): it was ended by force, or the computer went down. No wizard has it open here. Take over to continue.`,
    elsewhere: (user: string, host: string, processId: number, when: string) =>
      `${user} opened this environment ${when} on another computer, ${host} (process ${processId}). This one cannot tell whether that wizard is still at work. Ask ${user} before you take over.`,
    unreadable:
      'A lock on this environment is there, but it does not say who holds it: it was cut off while it was written. Take over when you know that no other wizard is open.',
    released:
      'Another wizard took this environment over from this one, and has let go of it since. What this one shows is from before. Take over to go on with what the other left.',
    takeOver: 'Take over',
    problem:
      'What happens here cannot be put on record, so nothing is written at Microsoft until it can. What runs there already goes on and is followed.',
  },
} as const
