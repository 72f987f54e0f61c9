/**
 * Tests of whole walks, and over processes, sockets and files as they are: folders and files. They take minutes; each of the rest takes an
 * instant, so that the unit tests are run often.
 */
export const INTEGRATION_TESTS = [
  'test/cli/',
  'test/host/change-request.test.ts',
  'test/host/recording.test.ts',
  'test/model/',
  'test/practice/plan-against-result.test.ts',
  'test/presenting/exercises.test.ts',
  'test/records/engagement/full-disk.test.ts',
  'test/records/engagement/landscape.test.ts',
  'test/records/engagement/recovery.test.ts',
  'test/records/engagement/scheduled.test.ts',
  'test/records/handoff/',
  'test/records/team/',
  'test/scripts/azure-cli.test.ts',
  'test/scripts/several.test.ts',
  'test/services/azure/every-call.test.ts',
  'test/services/first-contact/',
  'test/services/identity/',
  'test/tools/',
]
