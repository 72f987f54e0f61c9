import { defineMessages } from '#machines/messages/message.ts'

/** Texts before, beside and instead of the window. */
export const startMessages = {
  ...defineMessages('start', {
    notOpened: 'Couldn’t open the wizard. {error}',
    alreadyOpen: 'The wizard is already open. We brought its window to the front.',
    profileUnusable:
      'The wizard can’t write in its folder: {folder}. The system says: {error}. After a start with sudo, root owns the folder. An administrator can make this account the owner of all of it, or the disk writable.',
    unknownScenario: 'There’s no scenario “{scenario}”. The scenarios are: {known}.',
    failed: { id: 'start.call.failed', defaultMessage: 'Something went wrong in the wizard ({kind}).' },
    malformed: { id: 'start.call.malformed', defaultMessage: 'The message doesn’t have the expected format.' },
    settingsNotSaved: {
      id: 'start.settings.notSaved',
      defaultMessage: 'Your change applies now, but couldn’t be saved for the next start. {error}',
    },
  }),
  menu: defineMessages('start.menu', {
    file: 'File',
    newWindow: 'New window for another customer…',
    startOver: 'Start over',
    close: 'Close',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    resetZoom: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
    activity: 'Activity',
    language: 'Language',
    settings: 'Settings',
    find: 'Find in page',
    search: 'Search commands',
    help: 'Help',
    documentation: 'Documentation',
    report: 'Report a problem',
    licenses: 'License texts',
    shortcuts: 'Keyboard shortcuts',
    whatsNew: 'What’s new',
    underTheHood: 'Under the hood',
    firstContact: 'Compare this tenant with what the wizard expects',
    about: 'About {product}',
    services: 'Services',
    hide: 'Hide {product}',
    hideOthers: 'Hide others',
    unhide: 'Show all',
    quitApp: 'Quit {product}',
    systemLanguage: 'Use system language',
  }),
  usage: defineMessages('start.usage', {
    practice: 'Use --practice=SCENARIO with the name of a scenario, for example --practice=ready-to-enable.',
    cloudFile: 'Use --cloud-file=FILE with the JSON file that describes the cloud.',
    authoritiesFile: 'Use --ca-file=FILE with a PEM file of certificate authorities.',
    language: 'Use --language=LANGUAGE with a language tag, for example --language=en.',
    profile: 'Use --profile=NAME with lowercase letters, digits, and hyphens, for example --profile=contoso.',
    classFile: 'Use --class=FILE with the JSON file that describes the class.',
    marksFile: 'CMK_WIZARD_MARKS must name a file.',
  }),
}

/** Texts of the main process once the machine is needed. */
export const messages = {
  ...defineMessages('window.report', {
    planChanged: {
      id: 'window.script.planChanged',
      defaultMessage: 'The plan has changed, and this file is no longer part of it. Check the script again, then save it.',
    },
    noOtherWindow: { id: 'window.newWindow.failed', defaultMessage: 'Couldn’t open another window: {error}' },
    nothingToApprove: {
      id: 'window.changeRequest.none',
      defaultMessage: 'No plan is on screen that takes users offline. Check again, then save it.',
    },
    noDates: { id: 'window.calendar.noDates', defaultMessage: 'No dates are known yet.' },
    noCopy: 'This report isn’t in the team store anymore.',
    nothingToRemove: { id: 'window.removal.nothingRead', defaultMessage: 'Nothing was read that can be removed.' },
    tooManyPrograms: {
      id: 'window.tooManyPrograms',
      defaultMessage: 'Too much was opened in a minute. Wait a minute, then try again.',
    },
    nothingCompared: { id: 'window.firstContact.nothingCompared', defaultMessage: 'Nothing was compared yet.' },
    noJournal: 'No log yet. It starts when you choose an environment.',
  }),
  link: defineMessages('window.link', {
    unusable: 'This address can’t be opened.',
    notHttps: 'This isn’t a plain https address, so we didn’t open it.',
    noBrowser: 'Couldn’t open a browser on this computer. The address is {address}',
  }),
  mail: defineMessages('window.mail', {
    noEnvironment: 'No environment is open, so there’s no email to write.',
    tooLong: 'This text is too long for your email app. Copy it instead.',
    noApp: 'Couldn’t open an email app on this computer. Copy the text instead.',
  }),
  background: defineMessages('window.background', {
    title: 'The wizard is still running',
    body: 'It keeps checking, and we’ll notify you when it’s done. To see its window, start the wizard again.',
    place: '{environment}: {title}',
    places: 'Microsoft is working on {count, plural, one {# environment} other {# environments}}',
    tooltip: '{product}\n{place}',
    open: 'Open the wizard',
    quit: 'Quit',
  }),
  quit: defineMessages('window.quit', {
    message: 'A change is in progress',
    detail:
      'The answer comes within minutes. If you quit now, we don’t know whether the change was made. At the next start, the wizard checks before it writes anything.',
    scheduled: 'A start is scheduled',
    scheduledDetail: 'If you quit, it doesn’t start. If you open the wizard again before its time, the schedule is still there.',
    unstarted: '{count, plural, one {# change hasn’t started} other {# changes haven’t started}}',
    unstartedDetail:
      'Finish first: the wizard makes and checks the rest, then quits. If you stop, what is made stays, the rest isn’t made, and you can continue later.',
    finishFirst: 'Finish first',
    stopAfterThis: 'Stop after this change and quit',
    whenAnswered: 'Quit when done',
    now: 'Quit now',
    not: 'Don’t quit',
  }),
}
