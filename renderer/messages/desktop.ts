import { defineMessages } from '#machines/messages/message.ts'
import { whatsNew } from './whats-new.ts'

export const desktop = {
  ...defineMessages('window.desktop', {
    close: 'Close',
  }),
  settings: {
    ...defineMessages('window.settings', {
      title: 'Settings',
      lead: 'Changes apply immediately.',
      system: 'Use system setting',
      language: 'Language',
      theme: 'Theme',
      contrast: 'If your system uses a contrast theme, the wizard uses it too.',
      textSize: 'Text size',
      percent: '{size, number, percent}',
      notifications: 'Notifications',
      notify: 'Notify me when something is done or needs action',
      notifyWhen: 'Only while you aren’t looking at this window.',
    }),
    themes: defineMessages('window.settings.themes', {
      light: 'Light',
      dark: 'Dark',
    }),
  },
  about: defineMessages('window.about', {
    title: 'About {product}',
    version: 'Version',
    license: 'License',
    packages: '{count, plural, one {# package} other {# packages}} in this app',
    package: 'Package',
    copy: 'Copy diagnostics',
    copied: 'Diagnostics copied.',
    what: 'Versions, settings, which policies are set, the current page, and the last error code. No names, no tenant IDs, no secrets.',
  }),
  help: {
    ...defineMessages('window.help', {
      title: 'Documentation',
      guide: 'Guide',
      inEnglish: 'The guides are in English.',
    }),
    guides: defineMessages('window.help.guides', {
      user: 'User guide',
      partner: 'For partners and teams',
      trainer: 'For trainers',
      commandLine: 'Command line',
      managedSettings: 'Managed settings',
      notVerified: 'What isn’t verified',
    }),
  },
  report: defineMessages('window.report', {
    title: 'Report a problem',
    lead: 'Write down what you did, what you expected, and what happened. Send it with these diagnostics to the people who support you. The wizard sends nothing.',
    diagnostics: 'Diagnostics',
  }),
  licenses: {
    ...defineMessages('window.licenses', {
      title: 'License texts',
    }),
    of: defineMessages('window.licenses.of', {
      app: 'This app',
      main: 'Packages in the main process',
      window: 'Packages in the window',
    }),
  },
  whatsNew,
  newWindow: defineMessages('window.newWindow', {
    title: 'New window for another customer',
    lead: 'It has its own sign-ins, records, and settings. Use the same name to open it again.',
    name: 'Name',
    hint: 'Lowercase letters, digits, and hyphens, for example contoso.',
    broken: 'Use 1 to 64 lowercase letters, digits, and hyphens.',
    open: 'Open window',
  }),
  shortcuts: {
    ...defineMessages('window.shortcuts', {
      title: 'Keyboard shortcuts',
      keys: 'Keys',
      action: 'Action',
    }),
    actions: defineMessages('window.shortcuts.actions', {
      help: 'Open or close Help in a step',
      find: 'Find in page',
      search: 'Search commands',
      next: 'Go to the next result',
      previous: 'Go to the previous result',
      settings: 'Open Settings',
      larger: 'Make text larger',
      smaller: 'Make text smaller',
      actualSize: 'Reset text size',
      fullScreen: 'Turn full screen on or off',
      map: 'Move between parts of the Key Map',
      whatIsThis: 'Explain a part of the Key Map',
      escape: 'Close a dialog, Help, or Find',
      menu: 'Show the menu',
      closeWindow: 'Close the window',
      quit: 'Quit the app',
    }),
    names: defineMessages({
      Control: { id: 'window.shortcuts.names.control', defaultMessage: 'Ctrl' },
      Shift: { id: 'window.shortcuts.names.shift', defaultMessage: 'Shift' },
      Alt: { id: 'window.shortcuts.names.alt', defaultMessage: 'Alt' },
      Enter: { id: 'window.shortcuts.names.enter', defaultMessage: 'Enter' },
      Escape: { id: 'window.shortcuts.names.escape', defaultMessage: 'Esc' },
      Arrows: { id: 'window.shortcuts.names.arrows', defaultMessage: 'Arrow keys' },
    }),
  },
  find: defineMessages('window.find', {
    title: 'Find in page',
    result: '{current, number} of {count, number}',
    nothing: 'No results',
    folded: 'No results. Closed details aren’t searched.',
    next: 'Next result',
    previous: 'Previous result',
  }),
  search: {
    ...defineMessages('window.search', {
      title: 'Search commands',
      found: '{count, plural, =0 {No command matches.} one {# command} other {# commands}}',
      more: '{count, plural, one {# more. Type more of a name.} other {# more. Type more of a name.}}',
      openOf: 'Open {environment}, {customer}',
    }),
    /** Search synonyms by command ID. Each names a topic, which leads to where it is done or explained. */
    also: defineMessages('window.search.also', {
      home: 'customers',
      prepare: 'cost, price, offline, downtime, licenses, roles',
      policy: 'key vault, create, remove, delete',
      membership: 'encrypt, link, start, schedule, cancel, offline, downtime',
      operations: 'rotate, renew, locked, unlock, re-enable, remove, delete, return, offline, expiration',
      landscape: 'locked, policies, copy, restore',
      evidence: 'report, log, auditor, save',
      activity: 'running, scheduled, cancel, finished',
      help: 'help, cost, price, cancel, offline, downtime, locked, unlock, rotate, remove, delete',
    }),
  },
}
