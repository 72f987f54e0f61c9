import { defineMessages } from '../../machines/messages/message.ts'

/** Words around a plan that is written out as a script. */
export const script = {
  ...defineMessages({
    tab: { id: 'window.script.tab', defaultMessage: 'Script' },
    language: { id: 'window.script.language', defaultMessage: 'Language' },
    of: { id: 'window.script.of', defaultMessage: 'Changes in' },
    step: { id: 'window.script.step', defaultMessage: 'This step' },
    whole: { id: 'window.script.whole', defaultMessage: 'This and later steps' },
    thisEnvironment: { id: 'window.script.thisEnvironment', defaultMessage: 'This environment' },
    allEnvironments: { id: 'window.script.allEnvironments', defaultMessage: 'All other environments' },
    whoApplies: {
      id: 'window.script.whoApplies',
      defaultMessage:
        'Make the changes here, run this script, or have another person make them. Only what we check afterward counts. After you run the script, check again.',
    },
    checkAgain: { id: 'window.script.checkAgain', defaultMessage: 'Check again' },
    writing: { id: 'window.script.writing', defaultMessage: 'Creating the script' },
    refused: { id: 'window.script.refused', defaultMessage: 'This can’t be exported as a script' },
    contentOf: { id: 'window.script.contentOf', defaultMessage: 'Contents of {file}' },
    saveAs: { id: 'window.script.saveAs', defaultMessage: 'Save as…' },
    saveFile: { id: 'window.script.saveFile', defaultMessage: 'Save {file} as…' },
    saved: { id: 'window.script.saved', defaultMessage: 'Saved as {name}' },
    announced: { id: 'window.script.announced', defaultMessage: 'Saved as {name}.' },
  }),
  nothing: defineMessages({
    step: {
      id: 'window.script.nothing.step',
      defaultMessage: 'No changes are planned in this step. When there are some, you can get them here as a script.',
    },
    each: { id: 'window.script.nothing.each', defaultMessage: 'No other environment can be added now.' },
    whole: {
      id: 'window.script.nothing.whole',
      defaultMessage: 'No changes are planned yet. We know them after you make your choices in step 3 and we check them.',
    },
  }),
}
