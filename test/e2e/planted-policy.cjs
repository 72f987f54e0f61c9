// @ts-nocheck: loaded by Electron itself, before the app and outside of its types.
// Puts a file where the policy of an organization is looked for: that place is root's, and no test writes there.
const promises = require('node:fs/promises')
const { syncBuiltinESMExports } = require('node:module')

const PLACE = '/etc/cmk-enablement-wizard/policy.json'
const { lstat, open } = promises
const there = (file) => (file === PLACE ? process.env.CMK_WIZARD_TEST_POLICY : file)

promises.lstat = (file, ...rest) => lstat(there(file), ...rest)
promises.open = async (file, ...rest) => {
  const handle = await open(there(file), ...rest)
  if (file !== PLACE) return handle
  // As if root owned it: the tests run as any user.
  const stat = handle.stat.bind(handle)
  handle.stat = async (...words) => Object.assign(await stat(...words), { uid: 0 })
  return handle
}
syncBuiltinESMExports()
