import { defineMessages } from '../../machines/messages/message.ts'

export const evidence = {
  ...defineMessages({
    title: { id: 'window.evidence.title', defaultMessage: 'Evidence' },
    lead: {
      id: 'window.evidence.lead',
      defaultMessage: 'We log every check, every change, and what you confirmed. A report presents this log for readers.',
    },
    none: { id: 'window.evidence.none', defaultMessage: 'No log yet. It starts when you choose an environment.' },
    journal: { id: 'window.evidence.journal', defaultMessage: 'The log so far' },
    lines: { id: 'window.evidence.lines', defaultMessage: 'Lines' },
    lastLine: { id: 'window.evidence.lastLine', defaultMessage: 'Last line' },
    head: { id: 'window.evidence.head', defaultMessage: 'Hash of the last line' },
    headHint: {
      id: 'window.evidence.headHint',
      defaultMessage: 'Keep a copy somewhere else. With it, you can tell later whether the log was rewritten.',
    },
    practice: {
      id: 'window.evidence.practice',
      defaultMessage: 'In the practice tenant, the log is kept in memory and ends with the tenant.',
    },
    tells: { id: 'window.evidence.tells', defaultMessage: 'What the report contains' },
    save: { id: 'window.evidence.save', defaultMessage: 'Save the report' },
    language: { id: 'window.evidence.language', defaultMessage: 'Language of the report' },
    saved: { id: 'window.evidence.saved', defaultMessage: 'Saved as {name}.' },
    savedInStore: { id: 'window.evidence.savedInStore', defaultMessage: 'Saved as {name}. A copy is in the team store.' },
    savedNotInStore: { id: 'window.evidence.savedNotInStore', defaultMessage: 'Saved as {name}, but not in the team store. {why}' },
    saveCopy: { id: 'window.evidence.saveCopy', defaultMessage: 'Save a copy' },
    saveCopyOf: { id: 'window.evidence.saveCopyOf', defaultMessage: 'Save a copy of {name}' },
    byTeam: { id: 'window.evidence.byTeam', defaultMessage: 'Reports in the team store' },
    saving: { id: 'window.evidence.saving', defaultMessage: 'Saving the report' },
    check: {
      id: 'window.evidence.check',
      defaultMessage:
        'To check a page or data file, run cmk-wizard verify. It names the first line that was changed. A PDF can’t be checked.',
    },
  }),
  formats: {
    html: defineMessages({
      name: { id: 'window.evidence.formats.html.name', defaultMessage: 'Page' },
      button: { id: 'window.evidence.formats.html.button', defaultMessage: 'Save as a page' },
      what: { id: 'window.evidence.formats.html.what', defaultMessage: 'One file that opens in any browser and prints well.' },
    }),
    pdf: defineMessages({
      name: { id: 'window.evidence.formats.pdf.name', defaultMessage: 'PDF' },
      button: { id: 'window.evidence.formats.pdf.button', defaultMessage: 'Save as PDF' },
      what: { id: 'window.evidence.formats.pdf.what', defaultMessage: 'The same page as a PDF.' },
    }),
    json: defineMessages({
      name: { id: 'window.evidence.formats.json.name', defaultMessage: 'Data' },
      button: { id: 'window.evidence.formats.json.button', defaultMessage: 'Save as data' },
      what: {
        id: 'window.evidence.formats.json.what',
        defaultMessage: 'The log and its summary, for other programs. The schema is in the wizard’s documentation.',
      },
    }),
  },
}
