import { defineMessages } from '../machines/messages/message.ts'

/** What every script says, whatever its language. */
export const scriptMessages = defineMessages({
  written: {
    id: 'scripts.written',
    defaultMessage: 'Written by the CMK Enablement Wizard {version}, {at}, for tenant {tenant} in {cloud}.',
  },
  nothingLeft: { id: 'scripts.nothingLeft', defaultMessage: 'No changes are left.' },
  changes: { id: 'scripts.changes', defaultMessage: 'Changes:' },
  whereNotSo: { id: 'scripts.whereNotSo', defaultMessage: 'Changes, each only where it is still needed:' },
  withoutLeft: { id: 'scripts.withoutLeft', defaultMessage: 'Changes, except those that README.txt lists as left:' },
  leftOut: { id: 'scripts.leftOut', defaultMessage: 'Not in this script, because something is in the way:' },
  leftOutFor: { id: 'scripts.leftOut.environment', defaultMessage: '{environment}: {reason}' },
  effect: { id: 'scripts.effect', defaultMessage: '{before} → {after}. Undo: {undo}. Takes: {takes}.' },
  effectWithDowntime: {
    id: 'scripts.effectWithDowntime',
    defaultMessage: '{before} → {after}. Undo: {undo}. Takes: {takes}. USERS ARE OFFLINE DURING THIS TIME.',
  },
  toBeTyped: { id: 'scripts.toBeTyped', defaultMessage: 'The text to type before the first change.' },
  notWritable: {
    id: 'scripts.notWritable',
    defaultMessage:
      '“{value}” has the character {character}, which would change what a script does or how it reads. Rename the resource, or do this step in the wizard.',
  },
  readAsFile: {
    id: 'scripts.readAsFile',
    defaultMessage: '“{value}” begins with @, which Azure CLI takes for a file name.',
  },
  severalSubscriptions: {
    id: 'scripts.severalSubscriptions',
    defaultMessage: 'One template can’t be deployed to several subscriptions.',
  },
  ownKeysOnly: {
    id: 'scripts.ownKeysOnly',
    defaultMessage: '{language} sets a rotation policy only on a key that it creates. For this key: {command}',
  },
  leftItem: { id: 'scripts.leftItem', defaultMessage: '{title}. {reason}' },
})

/** Why an action is needed, in one line. */
export const reasonMessages = defineMessages({
  sourced: { id: 'scripts.reason.sourced', defaultMessage: '{why} Source: {title}.' },
  dated: { id: 'scripts.reason.dated', defaultMessage: '{why} Source: {title}, {edition}.' },
})
