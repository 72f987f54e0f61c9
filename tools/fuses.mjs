/** The fuses the shipped app must have, and the check that it does. */
import { getCurrentFuseWire } from '@electron/fuses'

/** The values on the wire, as Electron writes them: the characters 0, 1 and r for a fuse that was removed. */
const OFF = 0x30
const ON = 0x31

/**
 * Every fuse on the wire, in its order, with the reason for its value.
 * Decision 0005: read back from the package, because a misspelled fuse stays on in silence.
 * @type {readonly { name: string, on: boolean, because: string }[]}
 */
export const wantedFuses = [
  { name: 'RunAsNode', on: false, because: 'the app would run any script in the name of its signature' },
  { name: 'EnableCookieEncryption', on: true, because: 'what the window stores rests encrypted by the system' },
  { name: 'EnableNodeOptionsEnvironmentVariable', on: false, because: 'the environment could load code into the app' },
  { name: 'EnableNodeCliInspectArguments', on: false, because: 'a debugger could be attached from the command line' },
  { name: 'EnableEmbeddedAsarIntegrityValidation', on: true, because: 'a changed app.asar is refused (Windows, macOS)' },
  { name: 'OnlyLoadAppFromAsar', on: true, because: 'otherwise that check is walked around with a folder' },
  { name: 'LoadBrowserProcessSpecificV8Snapshot', on: false, because: 'there is no snapshot of our own' },
  { name: 'GrantFileProtocolExtraPrivileges', on: false, because: "pages come from the app's own scheme" },
  { name: 'WasmTrapHandlers', on: true, because: 'as Electron ships it; Electrons before 41 do not have this one' },
]

/** Fuses that an older Electron may lack at the end of its wire. */
const OPTIONAL_FROM = 8

/**
 * @param {Readonly<Record<string, unknown>>} wire what was read: the position of each fuse and its value
 * @returns {string[]} one line for each fuse that is not as wanted; an unlisted fuse counts
 */
export function fuseProblems(wire) {
  const existing = Object.keys(wire)
    .filter((key) => /^\d+$/.test(key))
    .map(Number)
  const unknown = existing.filter((position) => position >= wantedFuses.length)
  const problems = wantedFuses.flatMap(({ name, on, because }, position) => {
    const value = wire[String(position)]
    if (value === undefined) return position >= OPTIONAL_FROM ? [] : [`${name} is not on the wire`]
    return value === (on ? ON : OFF) ? [] : [`${name} must be ${on ? 'on' : 'off'} (${because})`]
  })
  return [...problems, ...unknown.map((position) => `fuse ${position} is new: decide on it in tools/fuses.mjs and electron-builder.yml`)]
}

/**
 * @param {Readonly<Record<string, unknown>>} wire
 * @returns {string} a table for the console
 */
export function describeFuses(wire) {
  const lines = wantedFuses.flatMap(({ name }, position) => {
    const value = wire[String(position)]
    return value === undefined ? [] : `  ${value === ON ? 'on ' : value === OFF ? 'off' : '?  '} ${name}`
  })
  return lines.join('\n')
}

/**
 * @param {string} executable of the packaged app; on macOS the `.app` folder
 * @returns {Promise<Record<string, unknown>>}
 */
export async function readFuses(executable) {
  return { ...(await getCurrentFuseWire(executable)) }
}
