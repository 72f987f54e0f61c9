import { defineMessages } from './messages/message.ts'

const messages = defineMessages('license', {
  needed:
    'Users need a license with premium usage rights, such as Dynamics 365 Finance, plus one of these: Microsoft 365 or Office 365 A5/E5/G5; A5/E5/F5/G5 Compliance, Information Protection and Governance, or Insider Risk Management; F5 Security & Compliance.',
})

/**
 * Licenses for users of an environment with a customer-managed key.
 * Source: "Manage your customer-managed encryption key" (9 June 2025), the same list as in its edition of 2023.
 */
export const LICENSES_NEEDED = messages.needed
