import type { Choices } from '#machines/procedure/choices.ts'
import { firstContactOf } from '#machines/procedure/first-contact/told.ts'
import type { OpenTenant } from '../open-tenant.ts'
import { makeFirstContact } from './contact.ts'
import { known } from './known.ts'
import { writtenRecording } from './read-recording.ts'

/** A recording is compared as is, not read again. */
export async function firstContactIn(open: OpenTenant, choices: Choices) {
  const recording = open.recorded ?? (await makeFirstContact(open, choices, new AbortController().signal))
  const { summary, differences, settled, held, refused } = firstContactOf(recording, known)
  return {
    summary,
    settled,
    held,
    differences: differences.map(({ title, meaning, operation }) => ({ title, meaning, operation })),
    refused: refused.map(({ operation, status, code }) => `${operation}: ${status} ${code}`),
    file: writtenRecording(recording),
  }
}
