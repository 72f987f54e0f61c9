import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Wizard } from './launch.ts'

/** Where pictures go, if anywhere. */
const PICTURES = process.env['CMK_WIZARD_PICTURES']

/** Takes a picture of the window to look at, where that is asked for. @param name without an ending */
export async function picture({ page }: Pick<Wizard, 'page'>, name: string): Promise<void> {
  if (PICTURES === undefined) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) })
}
