import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { it } from 'vitest'
import { repositoryRoot } from '../../tools/location.mjs'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import { openWizard } from './launch.ts'
import { Story } from './story.ts'
import { drawn } from './window-size.ts'

/** Ignored by git: each run makes them again. */
const PICTURES = path.join(repositoryRoot, 'screenshots')

it('the pictures of the README show the walk from the first page to the end', async () => {
  const wizard = await openWizard()
  const story = new Story(wizard)
  const { frame, step } = story
  await wizard.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const frames: Buffer[] = []
  const take = async () => {
    // Nothing is to look pointed at.
    await wizard.page.mouse.move(0, 0)
    await drawn(wizard)
    frames.push(await wizard.page.screenshot())
  }
  await take()
  await story.openAt('ready-to-enable', 'step-1')
  await story.pickEnvironment()
  await expect(frame.heading).toHaveText(GUIDES.integration.outcome)
  await take()
  await story.openAt('ready-to-enable', 'step-3')
  await story.checkChoices()
  await take()
  await story.openAt('ready-to-enable', 'waiting')
  await frame.letADayPass()
  await expect(step.main).toContainText('Stage Run, since')
  await take()
  await story.openAt('ready-to-enable', 'done')
  await expect(frame.heading).toHaveText('The environment is encrypted with your key')
  await take()
  mkdirSync(PICTURES, { recursive: true })
  const [, , , waiting = Buffer.of()] = frames
  writeFileSync(path.join(PICTURES, 'waiting.png'), waiting)
  for (const [index, png] of frames.entries()) writeFileSync(path.join(PICTURES, `walk-${index + 1}.png`), png)
})
