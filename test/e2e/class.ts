import type { Page } from '@playwright/test'
import { strings } from '../strings.ts'
import type { Wizard } from './launch.ts'
import { Story } from './story.ts'

/** The class's window on a case, with the trainer's beside it. */
export interface Class {
  readonly wizard: Wizard
  readonly story: Story
  readonly trainer: Page
}

/** From the start page. */
export async function presented(wizard: Wizard): Promise<Class> {
  const story = new Story(wizard)
  await story.start.toCases.click()
  const opened = wizard.app.waitForEvent('window')
  await story.start.presentationOf('ready-to-enable').click()
  const trainer = await opened
  await trainer.getByRole('heading', { name: 'Set the scene' }).waitFor()
  await story.frame.expectNewPage(strings.prepare.title)
  return { wizard, story, trainer }
}

/** By the keyboard: a window that the other one covers draws nothing, and a mouse would wait for that. */
export const pressIn = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).press('Enter')
