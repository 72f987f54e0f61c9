import type { Refusal } from '../../engine/answer.ts'
import type { RefusalReading } from '../../engine/owners.ts'
import { type DisplayText, defineMessages, verbatim } from '../../messages/message.ts'

const messages = defineMessages('rights.unregistered', {
  meaning: 'The app isn’t registered as a management application in Power Platform.',
  remedy:
    'Ask a Power Platform admin to register the app in PowerShell with {command}. It then has the rights of a Power Platform admin. Then check again.',
  manual: 'As a Power Platform admin, run this in PowerShell, with the module Microsoft.PowerApps.Administration.PowerShell:',
})

/**
 * The admin API's refusal of an app that isn't a registered management application. Source: Terraform's provider for
 * Power Platform (21 August 2026).
 */
const UNREGISTERED = /does not have permission to access the path/i
const APPLICATION = /for application '?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i

const textOf = ({ message }: Refusal): string => (typeof message === 'string' ? message : '')

export const isUnregistered = (refusal: Refusal | undefined): refusal is Refusal =>
  refusal?.reason === 'forbidden' && UNREGISTERED.test(textOf(refusal))

const commandFor = (refusal: Refusal): string =>
  `New-PowerAppManagementApp -ApplicationId ${APPLICATION.exec(textOf(refusal))?.[1] ?? 'ID'}`

export const clicksFor = (refusal: Refusal): readonly DisplayText[] => [messages.manual, verbatim(commandFor(refusal))]

/** Undefined for other refusals. */
export const unregistered = (refusal: Refusal): RefusalReading | undefined =>
  isUnregistered(refusal)
    ? { meaning: messages.meaning, remedy: messages.remedy({ command: commandFor(refusal) }), owner: 'power-platform-administrator' }
    : undefined
