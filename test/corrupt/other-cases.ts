import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { rememberedSignIns } from '#node/services/identity/remembered.ts'
import { filesIn } from '#node/services/identity/sealed-files.ts'
import { readStartFiles } from '#node/services/identity/start-files.ts'
import { english } from '../english.ts'
import { type Checked, isKept } from './checked.ts'
import { type Fixture, keyring, NOW } from './fixture.ts'
import type { Mutated } from './mutations.ts'

/** Looks for both kept sign-ins, of which one was damaged. */
export async function checkSignIn(folder: string, mutated: Mutated, { signIns }: Fixture): Promise<Checked> {
  const place = path.join(folder, 'sign-ins')
  const said: string[] = []
  const kept = rememberedSignIns(keyring, filesIn(place), { now: () => NOW, setAside: (name) => said.push(name) })
  const [damaged, other] = signIns
  if (!damaged || !other) throw new Error('There are no sign-ins.')
  const found = await kept.find(damaged.whose)
  const foundOther = await kept.find(other.whose)
  const is = (each: typeof found, of: typeof damaged) => isDeepStrictEqual(each && [each.account, each.cache], [of.account, of.cache])
  const wrong = is(foundOther, other) ? [] : ['Another sign-in was lost with it']
  if (found !== undefined)
    return { outcome: 'opened', wrong: is(found, damaged) ? wrong : [...wrong, 'It was opened as something else without a message'] }
  if (mutated.kind !== 'gone' && !(said.length === 1 && (await isKept(path.join(place, said[0] ?? ''), mutated))))
    wrong.push(`It is gone, and what was there is not kept under the name that is said: ${said.join()}`)
  // Signing in again keeps it again, and signing out leaves nothing of it.
  await kept.keep(damaged.whose, damaged.account, damaged.cache)
  if (!is(await kept.find(damaged.whose), damaged)) wrong.push('A new sign-in is not kept any more')
  await kept.forget(damaged.whose, damaged.account)
  const left = (await readdir(place)).filter((name) => name !== other.file)
  if (left.length > 0) wrong.push(`After signing out there is still ${left.join(', ')}`)
  return { outcome: 'said', wrong }
}

/** Reads the files named at the start: accepted, or refused in one sentence that names the file; never touched. */
export async function checkStartFiles(folder: string, mutated: Mutated): Promise<Checked> {
  const [cloudFile, authoritiesFile] = [path.join(folder, 'cloud.json'), path.join(folder, 'ca.pem')]
  const read = english.all(await readStartFiles({ cloudFile, authoritiesFile }))
  const untouched = mutated.kind === 'gone' || (await isKept(cloudFile, mutated)) || (await isKept(authoritiesFile, mutated))
  return {
    outcome: read.ok ? 'opened' : 'said',
    wrong: [
      ...(untouched ? [] : ['The file was touched']),
      ...(read.ok || read.why.includes(folder) ? [] : [`The reason does not name the file: ${read.why}`]),
      ...(read.ok || read.why.length < 2_000 ? [] : ['The reason is too long to read']),
    ],
  }
}
