import { defineMessages } from '#machines/messages/message.ts'

export const scriptMessages = defineMessages('scripts', {
  written: 'Written by the CMK Enablement Wizard {version}, {at}, for tenant {tenant} in {cloud}.',
  nothingLeft: 'No changes are left.',
  changes: 'Changes:',
  whereNotSo: 'Changes, each only where it is still needed:',
  withoutLeft: 'Changes, except those that README.txt lists as left:',
  leftOut: 'Not in this script, because something is in the way:',
  leftOutFor: { id: 'scripts.leftOut.environment', defaultMessage: '{environment}: {reason}' },
  effect: '{before} → {after}. Undo: {undo}. Takes: {takes}.',
  effectWithDowntime: '{before} → {after}. Undo: {undo}. Takes: {takes}. USERS ARE OFFLINE FOR ALL OR PART OF THIS TIME.',
  toBeTyped: 'The text to type before the first change.',
  notWritable:
    '“{value}” has the character {character}, which would change what a script does or how it reads. Rename the resource, or do this step in the wizard.',
  readAsFile: '“{value}” has @ where Azure CLI reads a file.',
  severalSubscriptions: 'One template can’t be deployed to several subscriptions.',
  ownKeysOnly: '{language} sets a rotation policy only on a key that it creates. For this key: {command}',
  leftItem: '{title}. {reason}',
})

export const reasonMessages = defineMessages('scripts.reason', {
  sourced: '{why} Source: {title}.',
  dated: '{why} Source: {title}, {edition}.',
})
