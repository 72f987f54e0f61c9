import type { OpenPractice } from '../open-tenant.ts'
import { realTimers } from './clock.ts'
import { openPractice } from './open.ts'

/** A service that asks for half a minute gets it in about a second and a half; nobody in a class waits longer for one step of it. */
const SPEED = 20
const LONGEST_WAIT = 1_500

/** The practice tenant at a pace that can be followed in the window: waits are short, days pass when the person lets them. */
export const openPracticeInWindow: OpenPractice = async (scenario) =>
  openPractice(scenario, { wall: Date.now, timers: realTimers, speed: SPEED, longest: LONGEST_WAIT, random: Math.random })
