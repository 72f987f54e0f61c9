import { defineMessages, type Message } from '../messages/message.ts'

const messages = defineMessages('start', {
  settings: {
    id: 'start.unread.settings',
    defaultMessage:
      'Your settings couldn’t be read, so the defaults apply. The old file stays beside the new one when you change a setting.',
  },
  brand: {
    id: 'start.unread.brand',
    defaultMessage:
      'The name and logo for reports couldn’t be read, so reports have none. The old file stays beside the new one when you choose them again.',
  },
  otherElectron:
    'The wizard runs with Electron {version}, and was tested with {tested}, which couldn’t be downloaded. For a real tenant, use an installed package.',
})

/** Files of the profile with preferences, which no page reads anew. */
export type UnreadFile = 'settings' | 'brand'

/** Says what couldn't be read, and what follows. */
export const unreadMessage = (file: UnreadFile): Message => messages[file]

/**
 * Says that another Electron runs than the one of the packages.
 * @param tested as the command that starts the app names it; undefined where it is the one that runs
 * @returns nothing for what is no version
 */
export const otherElectron = (version: string, tested: string | undefined): readonly Message[] =>
  tested !== undefined && /^\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(tested) ? [messages.otherElectron({ version, tested })] : []
