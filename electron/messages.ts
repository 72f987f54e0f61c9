import { defineMessages } from '../machines/messages/message.ts'

/** What is said before, beside and instead of the window, from the first moment on. */
export const startMessages = {
  ...defineMessages({
    notOpened: { id: 'start.notOpened', defaultMessage: 'The wizard could not be opened. {error}' },
    alreadyOpen: { id: 'start.alreadyOpen', defaultMessage: 'The wizard is already open. Its window was brought to the front.' },
    unknownScenario: {
      id: 'start.unknownScenario',
      defaultMessage: 'There is no scenario “{scenario}”. The scenarios are: {known}.',
    },
    failed: { id: 'start.call.failed', defaultMessage: 'It failed inside the wizard ({kind}).' },
    malformed: { id: 'start.call.malformed', defaultMessage: 'The message does not have the agreed form.' },
    settingsNotSaved: {
      id: 'start.settings.notSaved',
      defaultMessage: 'Your change applies now, but couldn’t be saved for the next start. {error}',
    },
  }),
  menu: defineMessages({
    file: { id: 'start.menu.file', defaultMessage: 'File' },
    close: { id: 'start.menu.close', defaultMessage: 'Close' },
    quit: { id: 'start.menu.quit', defaultMessage: 'Quit' },
    edit: { id: 'start.menu.edit', defaultMessage: 'Edit' },
    undo: { id: 'start.menu.undo', defaultMessage: 'Undo' },
    redo: { id: 'start.menu.redo', defaultMessage: 'Redo' },
    cut: { id: 'start.menu.cut', defaultMessage: 'Cut' },
    copy: { id: 'start.menu.copy', defaultMessage: 'Copy' },
    paste: { id: 'start.menu.paste', defaultMessage: 'Paste' },
    selectAll: { id: 'start.menu.selectAll', defaultMessage: 'Select all' },
    view: { id: 'start.menu.view', defaultMessage: 'View' },
    resetZoom: { id: 'start.menu.resetZoom', defaultMessage: 'Actual size' },
    zoomIn: { id: 'start.menu.zoomIn', defaultMessage: 'Zoom in' },
    zoomOut: { id: 'start.menu.zoomOut', defaultMessage: 'Zoom out' },
    fullScreen: { id: 'start.menu.fullScreen', defaultMessage: 'Full screen' },
    language: { id: 'start.menu.language', defaultMessage: 'Language' },
    settings: { id: 'start.menu.settings', defaultMessage: 'Settings' },
    find: { id: 'start.menu.find', defaultMessage: 'Find in page' },
    help: { id: 'start.menu.help', defaultMessage: 'Help' },
    shortcuts: { id: 'start.menu.shortcuts', defaultMessage: 'Keyboard shortcuts' },
    whatsNew: { id: 'start.menu.whatsNew', defaultMessage: 'What’s new' },
    about: { id: 'start.menu.about', defaultMessage: 'About {product}' },
    services: { id: 'start.menu.services', defaultMessage: 'Services' },
    hide: { id: 'start.menu.hide', defaultMessage: 'Hide {product}' },
    hideOthers: { id: 'start.menu.hideOthers', defaultMessage: 'Hide others' },
    unhide: { id: 'start.menu.unhide', defaultMessage: 'Show all' },
    quitApp: { id: 'start.menu.quitApp', defaultMessage: 'Quit {product}' },
    systemLanguage: { id: 'start.menu.systemLanguage', defaultMessage: 'Same as the system' },
  }),
  usage: defineMessages({
    practice: {
      id: 'start.usage.practice',
      defaultMessage: 'Write --practice=SCENARIO with the name of a scenario, for example --practice=ready-to-enable.',
    },
    cloudFile: {
      id: 'start.usage.cloudFile',
      defaultMessage: 'Write --cloud-file=FILE with the JSON file that describes the cloud.',
    },
    authoritiesFile: {
      id: 'start.usage.authoritiesFile',
      defaultMessage: 'Write --ca-file=FILE with a PEM file of certificate authorities.',
    },
    language: {
      id: 'start.usage.language',
      defaultMessage: 'Write --language=LANGUAGE with the tag of a language, for example --language=en.',
    },
    marksFile: { id: 'start.usage.marksFile', defaultMessage: 'CMK_WIZARD_MARKS must name a file.' },
  }),
}

/** What main says once a call needs the machine. */
export const messages = {
  ...defineMessages({
    planChanged: {
      id: 'window.script.planChanged',
      defaultMessage: 'The plan has changed, and this file is no longer part of it. Check it again, then save it.',
    },
    noJournal: { id: 'window.report.noJournal', defaultMessage: 'There is no log yet. It begins when an environment is chosen.' },
  }),
  link: defineMessages({
    unusable: { id: 'window.link.unusable', defaultMessage: 'The address is not one that can be opened.' },
    notHttps: {
      id: 'window.link.notHttps',
      defaultMessage: 'The address is not a plain https address, so it was not opened.',
    },
    noBrowser: {
      id: 'window.link.noBrowser',
      defaultMessage: 'This computer could not open a browser. The address is {address}',
    },
  }),
  background: defineMessages({
    title: { id: 'window.background.title', defaultMessage: 'The wizard continues without its window' },
    body: {
      id: 'window.background.body',
      defaultMessage: 'It checks what Microsoft does, and we’ll notify you when it’s done. Start the wizard again to see its window.',
    },
    place: { id: 'window.background.place', defaultMessage: '{environment}: {title}' },
    tooltip: { id: 'window.background.tooltip', defaultMessage: '{product}\n{place}' },
    open: { id: 'window.background.open', defaultMessage: 'Open the wizard' },
    quit: { id: 'window.background.quit', defaultMessage: 'Quit' },
  }),
  quit: defineMessages({
    message: { id: 'window.quit.message', defaultMessage: 'A change is being made at this moment' },
    detail: {
      id: 'window.quit.detail',
      defaultMessage:
        'Its answer is not there yet. If you quit now, it is not known whether the change was made; at the next start the wizard checks before it writes anything. The answer comes within minutes.',
    },
    whenAnswered: { id: 'window.quit.whenAnswered', defaultMessage: 'Quit when it is answered' },
    now: { id: 'window.quit.now', defaultMessage: 'Quit now' },
    not: { id: 'window.quit.not', defaultMessage: 'Do not quit' },
  }),
}
