import { defineMessages, type Message } from '../messages/message.ts'

/** Files of the profile with preferences, which no page reads anew. */
export type UnreadFile = 'settings' | 'brand'

const messages = defineMessages('start.unread', {
  settings: 'Your settings couldn’t be read, so the defaults apply. The old file stays beside the new one when you change a setting.',
  brand:
    'The name and logo for reports couldn’t be read, so reports have none. The old file stays beside the new one when you choose them again.',
})

/** Says what couldn't be read, and what follows. */
export const unreadMessage = (file: UnreadFile): Message => messages[file]
