import { defineMessages } from '#machines/messages/message.ts'

export const evidence = {
  ...defineMessages('window.evidence', {
    title: 'Evidence',
    lead: 'We log every check, every change, and what you confirmed.',
    none: 'No log yet. It starts when you choose an environment.',
    journal: 'The log so far',
    lines: 'Entries',
    lastLine: 'Last line',
    head: 'Hash of the last line',
    headHint: 'Keep a copy somewhere else. With it, you can tell later whether the log was rewritten.',
    practice: 'In the practice tenant, the log is kept in memory and ends with the tenant.',
    tells: 'What the report contains',
    save: 'Save the report',
    language: 'Language of the report',
    saved: 'Saved as {name}.',
    savedInStore: 'Saved as {name}. A copy is in the team store.',
    savedNotInStore: 'Saved as {name}, but not in the team store. {why}',
    saveCopy: 'Save a copy',
    saveCopyOf: 'Save a copy of {name}',
    byTeam: 'Reports in the team store',
    saving: 'Saving the report',
    check: 'To check a page or data file, run cmk-wizard verify. It names the first line that was changed. A PDF can’t be checked.',
  }),
  formats: {
    html: defineMessages('window.evidence.formats.html', {
      name: 'Page',
      button: 'Save as HTML',
      what: 'One file that opens in any browser and prints well.',
    }),
    pdf: defineMessages('window.evidence.formats.pdf', {
      name: 'PDF',
      button: 'Save as PDF',
      what: 'The same page as a PDF.',
    }),
    json: defineMessages('window.evidence.formats.json', {
      name: 'Data',
      button: 'Save as data',
      what: 'The log and its summary, for other programs. The schema is in the wizard’s documentation.',
    }),
  },
}
