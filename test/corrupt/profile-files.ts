import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { BUILT_IN } from '#machines/procedure/templates/template.ts'
import { type CustomersFile, customersFile } from '#node/records/customers/customers-file.ts'
import { type ProposalsFile, proposalsFile } from '#node/records/pilot/proposals-file.ts'
import { english } from '../english.ts'
import { type Checked, isKept } from './checked.ts'
import type { Mutated } from './mutations.ts'

/** Of the profile, with content that can be read or made again. */
export const PROFILE_FILES = ['customers.json', 'checks.json', 'directories.json', 'proposals.json'] as const
type ProfileFile = (typeof PROFILE_FILES)[number]

const AT = Date.parse('2026-11-24T12:00:00Z')

interface Files {
  readonly customers: CustomersFile
  readonly proposals: ProposalsFile
}

const filesOf = (folder: string): Files => ({
  customers: customersFile(folder, () => AT),
  proposals: proposalsFile(path.join(folder, 'proposals.json'), () => AT),
})

const WRITES: Readonly<Record<ProfileFile, (files: Files) => Promise<unknown>>> = {
  'customers.json': ({ customers }) => customers.change([{ tenantId: 'contoso', name: 'Contoso', groups: ['First'] }]),
  'checks.json': ({ customers }) => customers.keepChecks({ contoso: { at: AT, environment: {}, inEffect: true, steps: {} } }),
  'directories.json': ({ customers }) =>
    customers.keepDirectory({
      at: AT,
      cloud: { id: 'commercial', name: 'Azure' },
      tenant: { id: 'contoso', name: 'Contoso' },
      account: { objectId: 'ada', userName: 'ada@contoso.example', displayName: 'Ada' },
      environments: [{ id: 'prod', displayName: 'Contoso', type: 'Production', geography: 'europe' }],
    }),
  'proposals.json': ({ proposals }) =>
    proposals.keep({ contoso: { from: 'uat', at: AT, template: { ...BUILT_IN, name: 'uat' }, subscriptionId: 's' } }),
}

export async function profileFilesIn(folder: string): Promise<void> {
  const files = filesOf(folder)
  for (const file of PROFILE_FILES) await WRITES[file](files)
}

const content = async ({ customers, proposals }: Files): Promise<Readonly<Record<ProfileFile, boolean>>> => {
  const { customers: list, checks = {}, directories = [] } = await customers.read()
  return {
    'customers.json': list.length > 0,
    'checks.json': Object.keys(checks).length > 0,
    'directories.json': directories.length > 0,
    'proposals.json': (await proposals.of('contoso')) !== undefined,
  }
}

/** Reads everything, and writes the file again. Without a digest, a change that still fits is taken for a change. */
export const checkProfileFile =
  (file: ProfileFile) =>
  async (folder: string, mutated: Mutated): Promise<Checked> => {
    const files = filesOf(folder)
    const { problem } = await files.customers.read()
    const others = Object.entries(await content(files)).filter(([name, isThere]) => name !== file && !isThere)
    const wrong = others.map(([name]) => `${name} was lost with it`)
    const said = problem === undefined ? '' : english.text(problem)
    await WRITES[file](files)
    const aside = (await readdir(folder)).find(
      (name) => /^\.(unreadable|newer)-/.test(name.slice(path.parse(file).name.length)) && name.startsWith(path.parse(file).name),
    )
    if (aside !== undefined && !(await isKept(path.join(folder, aside), mutated))) wrong.push('It is kept, but not as it was found')
    // A proposal that is gone can be made again with one click, and nothing is decided by its absence.
    if (file !== 'proposals.json' && (aside === undefined) !== (said === ''))
      wrong.push(`It is ${aside ?? 'not kept'}, and what is said is: ${said}`)
    if (aside !== undefined && said !== '' && !said.includes(aside)) wrong.push(`The name of what is kept is not said: ${said}`)
    if (!(await content(files))[file]) wrong.push('What is written after it is not there')
    if ((await files.customers.read()).problem !== undefined) wrong.push('It is still said to be damaged after it was written')
    return { outcome: aside === undefined ? 'opened' : 'said', wrong }
  }
