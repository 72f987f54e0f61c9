// @ts-nocheck: loaded by Electron itself, before the app and outside of its types.
// Puts a file where the policy of an organization is looked for: that place is root's, and no test writes there.
const promises = require('node:fs/promises')
const { syncBuiltinESMExports } = require('node:module')

const FOLDER = '/etc/cmk-enablement-wizard'
const PLACE = `${FOLDER}/policy.json`
const { lstat, open, realpath, stat } = promises
const there = (file) => (file === PLACE ? process.env.CMK_WIZARD_TEST_POLICY : file)

// The folder isn't there: it answers as the one does that it would be in.
promises.realpath = async (file, ...rest) => (file === FOLDER ? file : realpath(file, ...rest))
promises.stat = (file, ...rest) => stat(file === FOLDER ? '/etc' : file, ...rest)
promises.lstat = (file, ...rest) => lstat(there(file), ...rest)
promises.open = async (file, ...rest) => {
  const handle = await open(there(file), ...rest)
  if (file !== PLACE) return handle
  // As if root owned it: the tests run as any user.
  const ofHandle = handle.stat.bind(handle)
  handle.stat = async (...words) => Object.assign(await ofHandle(...words), { uid: 0 })
  return handle
}
syncBuiltinESMExports()
