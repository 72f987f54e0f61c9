import { defineMessages } from '../../machines/messages/message.ts'

export const script = {
  ...defineMessages('window.script', {
    tab: 'Script',
    language: 'Language',
    of: 'Changes in',
    step: 'This step',
    whole: 'This and later steps',
    thisEnvironment: 'This environment',
    allEnvironments: 'All other environments',
    whoApplies:
      'Make the changes here, run this script, or have another person make them. Only what we check afterward counts. After you run the script, check again.',
    checkAgain: 'Check again',
    writing: 'Creating the script',
    refused: 'This can’t be exported as a script',
    contentOf: 'Contents of {file}',
    saveAs: 'Save as…',
    saveFile: 'Save {file} as…',
    saved: 'Saved as {name}',
    announced: 'Saved as {name}.',
  }),
  nothing: defineMessages('window.script.nothing', {
    step: 'No changes are planned in this step. When there are some, you can get them here as a script.',
    each: 'No other environment can be added now.',
    whole: 'No changes are planned yet. We know them after you make your choices in step 3 and we check them.',
  }),
}
