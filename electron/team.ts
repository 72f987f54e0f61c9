import { defined } from '#machines/defined.ts'
import { teamStoreOf } from '#machines/managed/settings.ts'
import type { Formatter } from '#messages/formatter.ts'
import { createTeamDesk, type TeamDesk } from '#node/host/team-desk.ts'
import { teamDeskMessages } from '#node/host/team-messages.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import { thisRun } from '#node/records/engagement/this-run.ts'
import { teamConfigFile } from '#node/records/team/config.ts'
import { type DesktopIntegration, desktopIdentityOptions } from '#node/services/identity/desktop-identity.ts'
import type { StartFiles } from '#node/services/identity/start-files.ts'

/** The sign-in and the store's client load only if a store is set up. */
export function createTeam(
  surroundings: DesktopIntegration,
  files: StartFiles,
  engagements: string,
  words: Formatter,
  changed: () => void,
): TeamDesk {
  const { userData } = surroundings
  const holding = thisRun()
  return createTeamDesk({
    userData,
    engagements,
    holding,
    changed,
    now: Date.now,
    ...defined({ customCloud: files.customCloud?.cloud, managed: teamStoreOf(surroundings.managed) }),
    file: teamConfigFile(userData),
    folder: engagementStore(engagements, holding, Date.now),
    signIn: async (asked) => {
      const { signInToTeam } = await import('#node/services/identity/team-identity.ts')
      return signInToTeam(desktopIdentityOptions(surroundings, files, words, 'team-sign-in'), asked, teamDeskMessages.signedOut)
    },
  })
}
