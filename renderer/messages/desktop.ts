import { defineMessages } from '../../machines/messages/message.ts'
import { whatsNew } from './whats-new.ts'

/** What belongs to the app and not to a page. */
export const desktop = {
  ...defineMessages({
    close: { id: 'window.desktop.close', defaultMessage: 'Close' },
  }),
  settings: {
    ...defineMessages({
      title: { id: 'window.settings.title', defaultMessage: 'Settings' },
      lead: { id: 'window.settings.lead', defaultMessage: 'Changes apply immediately.' },
      system: { id: 'window.settings.system', defaultMessage: 'Use system setting' },
      language: { id: 'window.settings.language', defaultMessage: 'Language' },
      theme: { id: 'window.settings.theme', defaultMessage: 'Theme' },
      contrast: { id: 'window.settings.contrast', defaultMessage: 'If your system uses a contrast theme, the wizard uses it too.' },
      textSize: { id: 'window.settings.textSize', defaultMessage: 'Text size' },
      percent: { id: 'window.settings.percent', defaultMessage: '{size, number, percent}' },
      notifications: { id: 'window.settings.notifications', defaultMessage: 'Notifications' },
      notify: { id: 'window.settings.notify', defaultMessage: 'Notify me when something is done or needs action' },
      notifyWhen: { id: 'window.settings.notifyWhen', defaultMessage: 'Only while you aren’t looking at this window.' },
    }),
    themes: defineMessages({
      light: { id: 'window.settings.themes.light', defaultMessage: 'Light' },
      dark: { id: 'window.settings.themes.dark', defaultMessage: 'Dark' },
    }),
  },
  about: defineMessages({
    title: { id: 'window.about.title', defaultMessage: 'About {product}' },
    version: { id: 'window.about.version', defaultMessage: 'Version' },
    license: { id: 'window.about.license', defaultMessage: 'License' },
    packages: { id: 'window.about.packages', defaultMessage: '{count, plural, one {# package} other {# packages}} in this app' },
    package: { id: 'window.about.package', defaultMessage: 'Package' },
    copy: { id: 'window.about.copy', defaultMessage: 'Copy diagnostics' },
    copied: { id: 'window.about.copied', defaultMessage: 'Diagnostics copied.' },
    what: {
      id: 'window.about.what',
      defaultMessage:
        'Versions, settings, which policies are set, the current page, and the last error code. No names, no tenant IDs, no secrets.',
    },
  }),
  whatsNew,
  newWindow: defineMessages({
    title: { id: 'window.newWindow.title', defaultMessage: 'New window for another customer' },
    lead: {
      id: 'window.newWindow.lead',
      defaultMessage: 'It has its own sign-ins, records, and settings. Use the same name to open it again.',
    },
    name: { id: 'window.newWindow.name', defaultMessage: 'Name' },
    hint: { id: 'window.newWindow.hint', defaultMessage: 'Lowercase letters, digits, and hyphens, for example contoso.' },
    broken: { id: 'window.newWindow.broken', defaultMessage: 'Use 1 to 64 lowercase letters, digits, and hyphens.' },
    open: { id: 'window.newWindow.open', defaultMessage: 'Open window' },
  }),
  shortcuts: {
    ...defineMessages({
      title: { id: 'window.shortcuts.title', defaultMessage: 'Keyboard shortcuts' },
      keys: { id: 'window.shortcuts.keys', defaultMessage: 'Keys' },
      action: { id: 'window.shortcuts.action', defaultMessage: 'Action' },
    }),
    actions: defineMessages({
      help: { id: 'window.shortcuts.actions.help', defaultMessage: 'Open or close Help in a step' },
      find: { id: 'window.shortcuts.actions.find', defaultMessage: 'Find in page' },
      next: { id: 'window.shortcuts.actions.next', defaultMessage: 'Go to the next result' },
      previous: { id: 'window.shortcuts.actions.previous', defaultMessage: 'Go to the previous result' },
      settings: { id: 'window.shortcuts.actions.settings', defaultMessage: 'Open Settings' },
      larger: { id: 'window.shortcuts.actions.larger', defaultMessage: 'Make text larger' },
      smaller: { id: 'window.shortcuts.actions.smaller', defaultMessage: 'Make text smaller' },
      actualSize: { id: 'window.shortcuts.actions.actualSize', defaultMessage: 'Reset text size' },
      fullScreen: { id: 'window.shortcuts.actions.fullScreen', defaultMessage: 'Turn full screen on or off' },
      map: { id: 'window.shortcuts.actions.map', defaultMessage: 'Move between parts of the Key Map' },
      whatIsThis: { id: 'window.shortcuts.actions.whatIsThis', defaultMessage: 'Explain a part of the Key Map' },
      escape: { id: 'window.shortcuts.actions.escape', defaultMessage: 'Close a dialog, Help, or Find' },
      menu: { id: 'window.shortcuts.actions.menu', defaultMessage: 'Show the menu' },
      closeWindow: { id: 'window.shortcuts.actions.closeWindow', defaultMessage: 'Close the window' },
      quit: { id: 'window.shortcuts.actions.quit', defaultMessage: 'Quit the app' },
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
  find: defineMessages({
    title: { id: 'window.find.title', defaultMessage: 'Find in page' },
    result: { id: 'window.find.result', defaultMessage: '{current, number} of {count, number}' },
    nothing: { id: 'window.find.nothing', defaultMessage: 'No results' },
    folded: { id: 'window.find.folded', defaultMessage: 'No results. Closed details aren’t searched.' },
    next: { id: 'window.find.next', defaultMessage: 'Next result' },
    previous: { id: 'window.find.previous', defaultMessage: 'Previous result' },
  }),
}
