import { type Exercise, readExercise } from './exercise.ts'
import anotherKey from './shipped/another-key.json' with { type: 'json' }
import backupFirst from './shipped/backup-first.json' with { type: 'json' }
import lockTheVault from './shipped/lock-the-vault.json' with { type: 'json' }
import purgeProtection from './shipped/purge-protection.json' with { type: 'json' }
import tryAgain from './shipped/try-again.json' with { type: 'json' }
import withoutContributor from './shipped/without-contributor.json' with { type: 'json' }

/** Bundled exercises, easier first. Parsed as custom ones. */
export const SHIPPED: readonly Exercise[] = [backupFirst, withoutContributor, purgeProtection, tryAgain, lockTheVault, anotherKey].map(
  (file) => {
    const read = readExercise(JSON.stringify(file))
    if (!read.ok) throw new Error(`An exercise that comes with the app can’t be read: ${file.name}.`)
    return read.exercise
  },
)
