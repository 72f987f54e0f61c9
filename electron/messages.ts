import { defineMessages } from '../machines/messages/message.ts'

/** What is said before, beside and instead of the window, from the first moment on. */
export const startMessages = {
  ...defineMessages({
    notOpened: { id: 'start.notOpened', defaultMessage: 'Couldn’t open the wizard. {error}' },
    alreadyOpen: { id: 'start.alreadyOpen', defaultMessage: 'The wizard is already open. We brought its window to the front.' },
    unknownScenario: {
      id: 'start.unknownScenario',
      defaultMessage: 'There’s no scenario “{scenario}”. The scenarios are: {known}.',
    },
    failed: { id: 'start.call.failed', defaultMessage: 'Something went wrong in the wizard ({kind}).' },
    malformed: { id: 'start.call.malformed', defaultMessage: 'The message doesn’t have the expected format.' },
    settingsNotSaved: {
      id: 'start.settings.notSaved',
      defaultMessage: 'Your change applies now, but couldn’t be saved for the next start. {error}',
    },
  }),
  menu: defineMessages({
    file: { id: 'start.menu.file', defaultMessage: 'File' },
    newWindow: { id: 'start.menu.newWindow', defaultMessage: 'New window for another customer…' },
    startOver: { id: 'start.menu.startOver', defaultMessage: 'Start over' },
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
    underTheHood: { id: 'start.menu.underTheHood', defaultMessage: 'Under the hood' },
    about: { id: 'start.menu.about', defaultMessage: 'About {product}' },
    services: { id: 'start.menu.services', defaultMessage: 'Services' },
    hide: { id: 'start.menu.hide', defaultMessage: 'Hide {product}' },
    hideOthers: { id: 'start.menu.hideOthers', defaultMessage: 'Hide others' },
    unhide: { id: 'start.menu.unhide', defaultMessage: 'Show all' },
    quitApp: { id: 'start.menu.quitApp', defaultMessage: 'Quit {product}' },
    systemLanguage: { id: 'start.menu.systemLanguage', defaultMessage: 'Use system language' },
  }),
  usage: defineMessages({
    practice: {
      id: 'start.usage.practice',
      defaultMessage: 'Use --practice=SCENARIO with the name of a scenario, for example --practice=ready-to-enable.',
    },
    cloudFile: {
      id: 'start.usage.cloudFile',
      defaultMessage: 'Use --cloud-file=FILE with the JSON file that describes the cloud.',
    },
    authoritiesFile: {
      id: 'start.usage.authoritiesFile',
      defaultMessage: 'Use --ca-file=FILE with a PEM file of certificate authorities.',
    },
    language: {
      id: 'start.usage.language',
      defaultMessage: 'Use --language=LANGUAGE with a language tag, for example --language=en.',
    },
    profile: {
      id: 'start.usage.profile',
      defaultMessage: 'Use --profile=NAME with lowercase letters, digits, and hyphens, for example --profile=contoso.',
    },
    classFile: { id: 'start.usage.classFile', defaultMessage: 'Use --class=FILE with the JSON file that describes the class.' },
    marksFile: { id: 'start.usage.marksFile', defaultMessage: 'CMK_WIZARD_MARKS must name a file.' },
  }),
}

/** What main says once a call needs the machine. */
export const messages = {
  ...defineMessages({
    planChanged: {
      id: 'window.script.planChanged',
      defaultMessage: 'The plan has changed, and this file is no longer part of it. Check the script again, then save it.',
    },
    noOtherWindow: { id: 'window.newWindow.failed', defaultMessage: 'Couldn’t open another window: {error}' },
    noDates: { id: 'window.calendar.noDates', defaultMessage: 'No dates are known yet.' },
    noCopy: { id: 'window.report.noCopy', defaultMessage: 'This report isn’t in the team store anymore.' },
    noJournal: { id: 'window.report.noJournal', defaultMessage: 'No log yet. It starts when you choose an environment.' },
  }),
  link: defineMessages({
    unusable: { id: 'window.link.unusable', defaultMessage: 'This address can’t be opened.' },
    notHttps: {
      id: 'window.link.notHttps',
      defaultMessage: 'This isn’t a plain https address, so we didn’t open it.',
    },
    noBrowser: {
      id: 'window.link.noBrowser',
      defaultMessage: 'Couldn’t open a browser on this computer. The address is {address}',
    },
  }),
  mail: defineMessages({
    noEnvironment: { id: 'window.mail.noEnvironment', defaultMessage: 'No environment is open, so there’s no email to write.' },
    tooLong: { id: 'window.mail.tooLong', defaultMessage: 'This text is too long for your email app. Copy it instead.' },
    noApp: { id: 'window.mail.noApp', defaultMessage: 'Couldn’t open an email app on this computer. Copy the text instead.' },
  }),
  background: defineMessages({
    title: { id: 'window.background.title', defaultMessage: 'The wizard is still running' },
    body: {
      id: 'window.background.body',
      defaultMessage: 'It keeps checking, and we’ll notify you when it’s done. To see its window, start the wizard again.',
    },
    place: { id: 'window.background.place', defaultMessage: '{environment}: {title}' },
    places: {
      id: 'window.background.places',
      defaultMessage: 'Microsoft is working on {count, plural, one {# environment} other {# environments}}',
    },
    tooltip: { id: 'window.background.tooltip', defaultMessage: '{product}\n{place}' },
    open: { id: 'window.background.open', defaultMessage: 'Open the wizard' },
    quit: { id: 'window.background.quit', defaultMessage: 'Quit' },
  }),
  quit: defineMessages({
    message: { id: 'window.quit.message', defaultMessage: 'A change is in progress' },
    detail: {
      id: 'window.quit.detail',
      defaultMessage:
        'The answer comes within minutes. If you quit now, we don’t know whether the change was made. At the next start, the wizard checks before it writes anything.',
    },
    scheduled: { id: 'window.quit.scheduled', defaultMessage: 'A start is scheduled' },
    scheduledDetail: {
      id: 'window.quit.scheduledDetail',
      defaultMessage: 'If you quit, it doesn’t start. If you open the wizard again before its time, the schedule is still there.',
    },
    whenAnswered: { id: 'window.quit.whenAnswered', defaultMessage: 'Quit when done' },
    now: { id: 'window.quit.now', defaultMessage: 'Quit now' },
    not: { id: 'window.quit.not', defaultMessage: 'Don’t quit' },
  }),
}
