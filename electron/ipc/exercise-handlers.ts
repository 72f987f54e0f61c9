import { defineMessages } from '#machines/messages/message.ts'
import { refusalIn } from '#messages/refusal.ts'
import type { KeysHost } from '#node/host/customer-managed-keys.ts'
import type { Exercises } from '#node/practice/presenting/exercises/exercises.ts'
import type { OpenDialog } from '#node/records/open-file.ts'
import type { SaveDialog } from '#node/records/save-file.ts'
import type { Lazily } from '#node/services/azure/lazily.ts'
import { picked, saved } from './files.ts'
import type { CallHandlers } from './registrar.ts'

const messages = defineMessages('exercise', {
  files: 'Exercises',
})

type ExerciseCalls = Pick<CallHandlers, Extract<keyof CallHandlers, `exercises:${string}`>>
type Host = Pick<KeysHost, 'view' | 'subscribe' | 'send' | 'advancePractice' | 'text' | 'formatter'>

export function exerciseHandlers(
  host: () => Promise<Host>,
  exercises: Lazily<Exercises>,
  { askForFile, askWhereToSave }: { readonly askForFile: OpenDialog; readonly askWhereToSave: SaveDialog },
): ExerciseCalls {
  return {
    async 'exercises:read'({ onlyUnderWay }) {
      const there = await (onlyUnderWay ? exercises.made() : exercises())
      if (there === undefined) return { ok: true, value: { exercises: [] } }
      const value = there.read(await host())
      return { ok: true, value: onlyUnderWay ? { ...value, exercises: [] } : value }
    },
    'exercises:start': async ({ name }) => {
      const wizard = await host()
      return refusalIn(wizard, await (await exercises()).start(wizard, name))
    },
    'exercises:open': async () => {
      const [{ LARGEST_EXERCISE }, wizard, all] = await Promise.all([
        import('#node/practice/presenting/exercises/exercise.ts'),
        host(),
        exercises(),
      ])
      return picked(wizard, askForFile, messages.files, LARGEST_EXERCISE, async ({ text }) => refusalIn(wizard, all.open(text)))
    },
    'exercises:sheet': async () => {
      const wizard = await host()
      return saved(wizard, (await exercises()).sheet(wizard.formatter()), askWhereToSave)
    },
  }
}
