import { defineMessages } from '../../machines/messages/message.ts'

/** Words around a plan that is written out as a script. */
export const script = {
  ...defineMessages({
    tab: { id: 'window.script.tab', defaultMessage: 'Script' },
    language: { id: 'window.script.language', defaultMessage: 'Language' },
    of: { id: 'window.script.of', defaultMessage: 'Changes of' },
    step: { id: 'window.script.step', defaultMessage: 'This step' },
    whole: { id: 'window.script.whole', defaultMessage: 'All steps from here on' },
    whoApplies: {
      id: 'window.script.whoApplies',
      defaultMessage:
        'It doesn’t matter who makes the changes: you here, this script, or another person. The step counts only what it reads afterward. Run the script, then check again.',
    },
    checkAgain: { id: 'window.script.checkAgain', defaultMessage: 'Check again' },
    writing: { id: 'window.script.writing', defaultMessage: 'Writing the script' },
    refused: { id: 'window.script.refused', defaultMessage: 'This can’t be written as a script' },
    contentOf: { id: 'window.script.contentOf', defaultMessage: 'Text of {file}' },
    saveAs: { id: 'window.script.saveAs', defaultMessage: 'Save as…' },
    saveFile: { id: 'window.script.saveFile', defaultMessage: 'Save {file} as…' },
    saved: { id: 'window.script.saved', defaultMessage: 'Saved as {name}' },
    announced: { id: 'window.script.announced', defaultMessage: 'Saved as {name}.' },
  }),
  nothing: defineMessages({
    step: {
      id: 'window.script.nothing.step',
      defaultMessage:
        'Nothing is planned in this step, so there is nothing to write. When the wizard finds something to change here, it can write it out as a script.',
    },
    whole: {
      id: 'window.script.nothing.whole',
      defaultMessage: 'Nothing is planned yet. What there is to change is known once step 3 has been decided and read.',
    },
  }),
}
