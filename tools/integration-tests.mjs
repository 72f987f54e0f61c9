/**
 * Tests of whole walks, and over processes, sockets and files as they are: folders and files. They take minutes; each of the rest takes an
 * instant, so that the unit tests are run often.
 */
export const INTEGRATION_TESTS = [
  'test/bench/figures.test.ts',
  'test/node/cli/',
  'test/node/host/change-request.test.ts',
  'test/node/host/recording.test.ts',
  'test/model/',
  'test/node/practice/plan-against-result.test.ts',
  'test/node/practice/presenting/exercises.test.ts',
  'test/node/records/engagement/full-disk.test.ts',
  'test/node/records/engagement/landscape.test.ts',
  'test/node/records/engagement/killed-twice.test.ts',
  'test/node/records/engagement/recovery.test.ts',
  'test/node/records/engagement/scheduled.test.ts',
  'test/node/records/handoff/',
  'test/node/records/team/',
  'test/node/exporters/azure-cli.test.ts',
  'test/node/exporters/several.test.ts',
  'test/node/services/azure/every-call.test.ts',
  'test/node/services/first-contact/',
  'test/node/services/identity/',
  'test/tools/',
]
