import path from 'node:path'
import { z } from 'zod'
import { CLOUDS, type Cloud, type CloudMember, type CloudNote } from '#machines/cloud/cloud.ts'
import { defined } from '#machines/defined.ts'
import { type DisplayText, defineMessages, verbatim } from '#machines/messages/message.ts'
import { type JsonProblem, readJson } from '#machines/parsed-json.ts'
import { isNetworkOrDevice } from '#machines/sign-in/local-path.ts'
import { lineOfError, twiceIn } from '../lines-of-json.ts'
import { readAuthorities } from '../network/trusted-authorities.ts'
import { readRegularText, whyNotRead } from '../regular-file.ts'
import { cloudFileMessages, type MemberProblem, memberMessages, StartFileRefused } from '../start-messages.ts'
import { isPlainName, likeMicrosofts, wrongTogether } from './cloud-file-rules.ts'

export class CloudFileRefused extends StartFileRefused {
  override readonly name = 'CloudFileRefused'
}

/** A cloud from a file, with its certificate authorities. */
export interface CustomCloud {
  readonly cloud: Cloud
  readonly authorities: readonly string[]
}

/** Why a token can't be sent to an address; undefined for a plain host. */
function wrongAddress(written: string): MemberProblem | undefined {
  if (written.includes('*')) return 'wildcard'
  if (!URL.canParse(written)) return 'noAddress'
  const { protocol, username, password, pathname, search, hash } = new URL(written)
  if (protocol !== 'https:') return 'notHttps'
  if (username !== '' || password !== '') return 'withUser'
  return pathname === '/' && search === '' && hash === '' ? undefined : 'withPath'
}

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+$/i

/** Why a domain suffix is invalid. A single label would match a whole country or industry. */
function wrongDomain(written: string): MemberProblem | undefined {
  if (written.includes('*')) return 'wildcard'
  if (written.toLowerCase() === 'localhost' || DOMAIN.test(written)) return undefined
  return 'noDomain'
}

const wrongSuffix = (written: string): MemberProblem | undefined =>
  written.includes('*') ? 'wildcard' : written.startsWith('.') ? wrongDomain(written.slice(1)) : 'noDot'

const refusing = (wrong: (written: string) => MemberProblem | undefined) =>
  z.string().superRefine((written, { addIssue }) => {
    const message = wrong(written)
    if (message !== undefined) addIssue({ code: 'custom', message })
  })

const address = refusing(wrongAddress).transform((written) => new URL(written).origin)
/** A part of a scope, which a space would end: what follows would be asked for, too. */
function wrongAudience(written: string): MemberProblem | undefined {
  if (!/^https:[!-~]+$/.test(written) || !URL.canParse(written)) return 'audience'
  const { username, password, search, hash } = new URL(written)
  return username === '' && password === '' && search === '' && hash === '' ? undefined : 'audience'
}

/** Audiences are compared exactly; only the trailing slash is removed. */
const audience = refusing(wrongAudience).transform((written) => written.replace(/\/+$/, ''))
const suffix = refusing(wrongSuffix).transform((written) => written.toLowerCase())
const domain = refusing(wrongDomain).transform((written) => written.toLowerCase())

const MEMBERS = [
  'authority',
  'resourceManager',
  'powerPlatform',
  'keyVault',
  'managedHsm',
  'dataverse',
  'graph',
  'azurePortal',
  'powerPlatformAdminCenter',
  'lifecycleServices',
] as const satisfies readonly CloudMember[]

const note = z.strictObject({
  confidence: z.enum(['source-code', 'specification', 'documentation', 'general-knowledge']),
  source: z.string(),
  doubt: z.string().optional(),
})

/** Key of a message for `inWords`. */
const problem = (key: MemberProblem): MemberProblem => key

const name = z.string().trim().min(1, problem('empty')).max(100, problem('tooLong'))

const cloudFile = z.strictObject({
  id: name.regex(/^[a-z0-9-]+$/i, problem('letters')).refine((id) => !Object.hasOwn(CLOUDS, id.toLowerCase()), problem('known')),
  name: name.refine(isPlainName, problem('notPlain')).refine((written) => !likeMicrosofts(written), problem('likeMicrosofts')),
  authority: address,
  authorityAliases: z.array(address).optional(),
  resourceManager: address,
  resourceManagerAudience: audience,
  powerPlatform: z.strictObject({ url: address, hostSuffix: suffix, audience }),
  keyVault: z.strictObject({ dnsSuffix: domain, audience, verifyChallenge: z.boolean().default(true) }),
  managedHsm: z.strictObject({ dnsSuffix: domain, audience }).optional(),
  dataverse: z.strictObject({ hostSuffixes: z.array(suffix).min(1, problem('noHost')) }),
  graph: address.optional(),
  portals: z.strictObject({ azure: address, powerPlatformAdminCenter: address, lifecycleServices: address }),
  verified: z.boolean().default(false),
  notes: z.partialRecord(z.enum(MEMBERS), note).default({}),
  /** PEM path, relative to the cloud file. */
  ca: refusing((written) => (isNetworkOrDevice(written) ? 'elsewhere' : undefined)).optional(),
})

const given: CloudNote = { confidence: 'documentation', source: 'the cloud file' }
const messages = defineMessages('cloud.doubt', {
  writtenCloud: 'A person described this cloud in a file. We didn’t verify it with Microsoft.',
})

const unverified: CloudNote = {
  ...given,
  doubt: messages.writtenCloud,
}

function asCloud({ ca: _, authorityAliases, managedHsm, graph, notes, ...rest }: z.infer<typeof cloudFile>): Cloud {
  const noteOf = (member: CloudMember, otherwise: CloudNote): CloudNote => {
    const { doubt, ...found } = notes[member] ?? otherwise
    return doubt === undefined ? found : { ...found, doubt: typeof doubt === 'string' ? verbatim(doubt) : doubt }
  }
  return {
    ...rest,
    ...defined({ authorityAliases, managedHsm, graph }),
    notes: {
      authority: noteOf('authority', given),
      resourceManager: noteOf('resourceManager', given),
      powerPlatform: noteOf('powerPlatform', given),
      keyVault: noteOf('keyVault', given),
      managedHsm: noteOf('managedHsm', given),
      dataverse: noteOf('dataverse', given),
      graph: noteOf('graph', given),
      azurePortal: noteOf('azurePortal', given),
      powerPlatformAdminCenter: noteOf('powerPlatformAdminCenter', given),
      lifecycleServices: noteOf('lifecycleServices', given),
      ...(rest.verified ? {} : { availability: unverified }),
    },
  }
}

const isMemberProblem = (message: string): message is MemberProblem => Object.hasOwn(memberMessages, message)

/** Names the member as in the file: `dataverse.hostSuffixes.0`. */
function inWords({ path: where, message, code, ...issue }: z.core.$ZodIssue): DisplayText {
  const member = where.length === 0 ? cloudFileMessages.wholeFile : where.map(String).join('.')
  if (code === 'unrecognized_keys' && 'keys' in issue)
    return cloudFileMessages.problem({
      member: issue.keys.map((key) => [...where, key].map(String).join('.')),
      problem: cloudFileMessages.unknown,
    })
  if (code === 'invalid_type' && 'input' in issue && issue.input === undefined)
    return cloudFileMessages.problem({ member, problem: cloudFileMessages.missing })
  return cloudFileMessages.problem({ member, problem: isMemberProblem(message) ? memberMessages[message] : verbatim(message) })
}

/** Far more than all members take. */
const LARGEST = 200_000

/** By line: the text may be a secret. */
function whyNotJson(problem: JsonProblem, text: string): DisplayText {
  if (problem === 'not-json') return cloudFileMessages.notJson({ line: lineOfError(text) })
  return problem === 'too-deep' ? cloudFileMessages.tooDeep : cloudFileMessages.tooLarge
}

/** @param file name for messages @throws CloudFileRefused naming each invalid member */
export function parseCloudFile(text: string, file: string): { readonly cloud: Cloud; readonly ca?: string } {
  const refuse = (problem: DisplayText): never => {
    throw new CloudFileRefused(cloudFileMessages.refused({ file, problem }))
  }
  const read = readJson(text, LARGEST)
  if (!read.ok) return refuse(whyNotJson(read.problem, text))
  const twice = twiceIn(text)
  if (twice?.name !== undefined) return refuse(cloudFileMessages.twice({ line: twice.line, member: twice.name }))
  const parsed = cloudFile.safeParse(read.value, { reportInput: true })
  if (!parsed.success) return refuse(parsed.error.issues.map(inWords).reduce((first, next) => cloudFileMessages.problems({ first, next })))
  const cloud = asCloud(parsed.data)
  const wrong = wrongTogether(cloud)
  if (wrong !== undefined) return refuse(wrong)
  return { cloud, ...defined({ ca: parsed.data.ca }) }
}

/** Reads a cloud file and its certificate authorities. @throws CloudFileRefused or AuthoritiesUnreadable, with a sentence for the person */
export async function readCloudFile(file: string): Promise<CustomCloud> {
  const text = await readRegularText(file, LARGEST).catch((error: unknown) => {
    throw new CloudFileRefused(cloudFileMessages.unreadable({ file, error: whyNotRead(error) }))
  })
  const { cloud, ca } = parseCloudFile(text, file)
  return { cloud, authorities: ca === undefined ? [] : await readAuthorities(path.resolve(path.dirname(file), ca)) }
}
