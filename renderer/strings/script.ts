/** Words around a plan that is written out as a script. */
export const script = {
  tab: 'Script',
  language: 'Language',
  of: 'Changes of',
  step: 'This step',
  whole: 'All steps from here on',
  whoApplies:
    'It does not matter who makes the changes: you here, this script, or somebody else. The step counts only what it sees afterwards. Run the script, then check again.',
  checkAgain: 'Check again',
  writing: 'Writing the script',
  nothing: {
    step: 'Nothing is planned in this step, so there is nothing to write. When the wizard finds something to change here, it can write it out as a script.',
    whole: 'Nothing is planned yet. What there is to change is known once step 3 has been decided and read.',
  },
  refused: 'This cannot be written as a script',
  contentOf: (file: string) => `Text of ${file}`,
  saveAs: 'Save as…',
  saveFile: (file: string) => `Save ${file} as…`,
  saved: (name: string) => `Saved as ${name}`,
  announced: (name: string) => `Saved as ${name}.`,
} as const
