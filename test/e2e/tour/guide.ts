import type { ScenarioName } from '../../../practice/scenario-titles.ts'
import type { Wizard } from '../launch.ts'
import type { Frame } from '../pages/frame.ts'
import { Story } from '../story.ts'
import type { AnyPlace } from './places.ts'
import { PracticeTime } from './practice-time.ts'

/** What a tour goes round with. */
export interface Guide<Place extends AnyPlace> {
  readonly story: Story
  readonly time: PracticeTime
  /** To be called with the window standing still. */
  readonly arrive: (place: Place) => Promise<void>
}

export const guideOf = <Place extends AnyPlace>(wizard: Wizard, arrive: Guide<Place>['arrive']): Guide<Place> => ({
  story: new Story(wizard),
  time: new PracticeTime(wizard),
  arrive,
})

/** Leaves the last practice case and begins another. */
export async function another(story: Story, scenario: ScenarioName): Promise<void> {
  await story.frame.leavePractice()
  await story.practise(scenario)
}

/** A tab of the help, opened first where it is closed. */
export async function guideTab(frame: Frame, name: string): Promise<void> {
  const drawer = await frame.openHelp()
  await drawer.getByRole('tab', { name, exact: true }).click()
}
