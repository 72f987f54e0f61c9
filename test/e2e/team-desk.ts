import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect as expectValue } from 'vitest'
import { team } from '#renderer/messages/team.ts'
import { inWords } from '#renderer/words.ts'
import { english } from '../english.ts'
import type { Azurite } from '../node/records/team/azurite.ts'
import { openOver } from './desk.ts'
import { expect } from './expect.ts'
import { createProfile, type Wizard } from './launch.ts'
import { choose, type PersonAtBrowser } from './sign-in/browser.ts'
import { Entrance } from './sign-in/entrance.ts'
import type { ServedCloud } from './sign-in/served-cloud.ts'

export const teamWords = inWords(team, english)

/** One more desk of a team, in front of the same cloud and the same store. */
export async function deskOf(cloud: ServedCloud, azurite: Azurite, required: readonly string[] = []): Promise<Entrance> {
  const profile = createProfile()
  const authority = path.join(profile, 'storage.pem')
  writeFileSync(authority, azurite.authority)
  const entrance = await Entrance.open(cloud, { NODE_EXTRA_CA_CERTS: authority }, profile, required)
  await expect(entrance.story.start.toSignIn.or(entrance.form.signIn)).toBeVisible()
  return entrance
}

/** The team's store in the settings, as the menu opens them. */
export async function teamSettings(wizard: Wizard) {
  await openOver(wizard, 'settings')
  return wizard.page.getByRole('dialog').getByRole('group', { name: teamWords.title })
}

/** Sets the store up, as a colleague does it. @param tenant of the team itself @param before is called with the form on screen */
export async function connectTeam(
  { wizard }: Entrance,
  {
    url,
    tenant,
    atBrowser,
    person,
  }: { readonly url: string; readonly tenant: string; readonly atBrowser: PersonAtBrowser; readonly person: string },
  before: () => Promise<void> = async () => undefined,
): Promise<void> {
  const pages = atBrowser.opened().length
  const group = await teamSettings(wizard)
  await expect(group.getByLabel(teamWords.address)).toBeVisible()
  await group.getByLabel(teamWords.tenant).scrollIntoViewIfNeeded()
  await before()
  await group.getByLabel(teamWords.address).fill(url)
  await group.getByLabel(teamWords.tenant).fill(tenant)
  await group.getByRole('button', { name: teamWords.connect }).click()
  await choose(await atBrowser.page(pages + 1), person)
  await expect(group.getByText(teamWords.works)).toBeVisible()
  await expect(group).toContainText(teamWords.noPolicy)
  expectValue(atBrowser.opened()).toHaveLength(pages + 1)
}
