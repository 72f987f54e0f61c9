import type { Known } from '#machines/procedure/first-contact/known.ts'
import answers from './known-answers.json'

/**
 * Written by `npx vitest run --project integration test/node/services/first-contact/known-answers.test.ts -u`, from the
 * practice tenant and the schemas.
 */
export const known: Known = answers
