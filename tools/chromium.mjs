/** The browser that plays the person's own while signing in is tested. */
import { existsSync } from 'node:fs'
import { aptCommand, aptInstall, findProgram } from './system.mjs'

const packages = ['chromium']

/** @returns {Promise<string | undefined>} path of a Chromium: Playwright's own where it is installed, else the system's */
export async function findChromium() {
  const { chromium } = await import('@playwright/test')
  const own = chromium.executablePath()
  return existsSync(own) ? own : (findProgram('chromium') ?? findProgram('google-chrome'))
}

/** Installs it from Debian's packages where that is possible without asking. Elsewhere the tests that need it are skipped. */
export async function ensureChromium() {
  if ((await findChromium()) !== undefined || aptInstall(packages)) return
  console.error(
    `Chromium is missing and cannot be installed from here, so signing in with a browser is not tested. On Debian an administrator installs it with:\n  sudo ${aptCommand(packages)}`,
  )
}
