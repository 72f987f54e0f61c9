import { defineMessages } from '../../messages/message.ts'

export const messages = defineMessages('people', {
  identified: { id: 'people.identified', defaultMessage: '{name}, object ID {id}', description: 'A person by name and user name' },
  unnamed: { id: 'people.unnamed', defaultMessage: 'Object ID {id}', description: 'A person whose name could not be read' },
  notAllowed: 'Your sign-in can’t search people. That needs the Microsoft Graph permission {permission}. Enter an object ID instead.',
  notHere: 'We can’t search people here. Enter an object ID instead.',
  noAnswer: 'The directory didn’t answer. Try again, or enter an object ID.',
})
