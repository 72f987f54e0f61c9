/** Gives the file that is about to run a display and a desktop that no other file uses meanwhile; set up by Vitest before each file. */
import { desktopBus } from './session-bus.ts'

const displays = process.env['CMK_WIZARD_DISPLAYS']?.split(',') ?? []
// Vitest counts the files that run at the same time from one, and gives no number to two of them.
const display = displays[Number(process.env['VITEST_POOL_ID']) - 1]
if (displays.length > 0 && display === undefined) throw new Error('There are fewer displays than files that run at once.')
if (display !== undefined) process.env['DISPLAY'] = display

if (process.platform === 'linux') {
  const { address } = await desktopBus()
  process.env['DBUS_SESSION_BUS_ADDRESS'] = address
  // Of the network, the power supply, and other hardware: none answers.
  process.env['DBUS_SYSTEM_BUS_ADDRESS'] = address
}
