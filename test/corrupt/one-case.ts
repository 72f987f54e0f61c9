import { execFileSync } from 'node:child_process'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Random } from '#node/practice/random.ts'
import { engagementId } from '#node/records/engagement/store.ts'
import type { Checked } from './checked.ts'
import { checkEngagement, checkLock } from './engagement-cases.ts'
import type { Fixture } from './fixture.ts'
import { anyMutation, type Mutated } from './mutations.ts'
import { checkSignIn, checkStartFiles } from './other-cases.ts'
import { checkProfileFile, PROFILE_FILES } from './profile-files.ts'

export interface Target {
  /** From the folder of the user's data. */
  readonly file: string
  readonly foreign: Buffer
  readonly check: (folder: string, mutated: Mutated, fixture: Fixture) => Promise<Checked>
}

/** Every file that is read at a start, or when an engagement is opened. */
export function targetsOf({ place, foreign, signIns }: Fixture): readonly (Target & { readonly weight: number })[] {
  const own = path.join('engagements', engagementId(place))
  return [
    { weight: 8, file: path.join(own, 'engagement.json'), foreign: foreign.engagement, check: checkEngagement('engagement') },
    { weight: 3, file: path.join(own, 'engagement.previous.json'), foreign: foreign.engagement, check: checkEngagement('previous') },
    { weight: 8, file: path.join(own, 'journal.jsonl'), foreign: foreign.journal, check: checkEngagement('journal') },
    { weight: 2, file: path.join(own, 'lock.json'), foreign: Buffer.from('{}'), check: checkLock },
    { weight: 4, file: path.join('sign-ins', signIns[0]?.file ?? ''), foreign: foreign.signIn, check: checkSignIn },
    ...PROFILE_FILES.map((file) => ({ weight: 1, file, foreign: foreign.cloud, check: checkProfileFile(file) })),
    { weight: 2, file: 'cloud.json', foreign: foreign.cloud, check: checkStartFiles },
    { weight: 1, file: 'ca.pem', foreign: foreign.cloud, check: checkStartFiles },
  ]
}

/** Damages one file of a fresh copy and opens everything as the wizard does. */
export async function oneCase(fixture: Fixture, folder: string, random: Random): Promise<Checked & { readonly name: string }> {
  const targets = targetsOf(fixture).flatMap((each) => Array.from({ length: each.weight }, () => each))
  const target = targets[Math.floor(random() * targets.length)]
  if (!target) throw new Error('There is nothing to damage.')
  const [mutation, , mutate] = anyMutation(random)
  const name = `${path.basename(target.file)}: ${mutation}`
  try {
    await cp(fixture.folder, folder, { recursive: true })
    const file = path.join(folder, target.file)
    const before = await readFile(file).catch(() => Buffer.from('{"id":"lock-1","user":"ada","host":"desk-1","processId":1,"since":0}'))
    const mutated = mutate(before, random, { foreign: target.foreign })
    await put(file, mutated)
    const checked = await target.check(folder, mutated, fixture)
    const polluted = 'polluted' in {} ? ['Every object has a member now that came from a file'] : []
    return { name, outcome: checked.outcome, wrong: [...checked.wrong, ...polluted] }
  } catch (error) {
    return { name, outcome: 'said', wrong: [`It ended in an error: ${error instanceof Error ? (error.stack ?? error.message) : error}`] }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function put(file: string, mutated: Mutated): Promise<void> {
  await rm(file, { force: true })
  if (mutated.kind === 'bytes') await writeFile(file, mutated.bytes)
  if (mutated.kind === 'pipe') execFileSync('mkfifo', [file])
  if (mutated.kind === 'folder') {
    await mkdir(file, { recursive: true })
    await writeFile(path.join(file, 'inside.txt'), 'somebody put this here')
  }
}
