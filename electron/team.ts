import { createTeamDesk, type TeamDesk } from '../host/team-desk.ts'
import { teamDeskMessages } from '../host/team-messages.ts'
import { teamStoreOf } from '../machines/managed/settings.ts'
import { present } from '../machines/present.ts'
import type { Formatter } from '../messages/formatter.ts'
import { engagementStore } from '../records/engagement/folder-store.ts'
import { thisRun } from '../records/engagement/this-run.ts'
import { teamConfigFile } from '../records/team/config.ts'
import { type DesktopIntegration, desktopIdentityOptions } from '../services/identity/desktop-identity.ts'
import type { StartFiles } from '../services/identity/start-files.ts'

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
    ...{ userData, engagements, holding, changed, now: Date.now },
    ...present({ customCloud: files.customCloud?.cloud, managed: teamStoreOf(surroundings.managed) }),
    file: teamConfigFile(userData),
    folder: engagementStore(engagements, holding, Date.now),
    signIn: async (asked) => {
      const { signInToTeam } = await import('../services/identity/team-identity.ts')
      return signInToTeam(desktopIdentityOptions(surroundings, files, words, 'team-sign-in'), asked, teamDeskMessages.signedOut)
    },
  })
}
