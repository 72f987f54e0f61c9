import type { ScenarioName } from '#node/practice/scenario-titles.ts'
import type { Wizard } from '../launch.ts'
import type { Frame } from '../pages/frame.ts'
import { Story } from '../story.ts'
import { PracticeTime } from './practice-time.ts'
import type { Arrive } from './tour.ts'

export interface Guide {
  readonly wizard: Wizard
  readonly story: Story
  readonly time: PracticeTime
  readonly arrive: Arrive
}

export const guideOf = (wizard: Wizard, arrive: Arrive): Guide => ({
  wizard,
  arrive,
  story: new Story(wizard),
  time: new PracticeTime(wizard),
})

/** Opens a case at its first step, with nothing assessed. */
export async function another(story: Story, scenario: ScenarioName): Promise<void> {
  if (await story.frame.banner.isVisible()) await story.frame.leavePractice()
  await story.practise(scenario)
}

/** A tab of the help, opened first where it is closed. */
export async function guideTab(frame: Frame, name: string): Promise<void> {
  const drawer = await frame.openHelp()
  await drawer.getByRole('tab', { name, exact: true }).click()
}
