import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { CLOUDS, type Cloud, type CloudMember, type CloudNote } from '../../machines/cloud/cloud.ts'
import { verbatim } from '../../machines/messages/message.ts'
import { isLoopback } from '../network/proxy.ts'
import { readAuthorities } from '../network/trusted-authorities.ts'
import { cloudMessages as messages } from './cloud-messages.ts'

/** A cloud file that is not accepted. The message names the file, the member and what is wrong with it. */
export class CloudFileRefused extends Error {
  override readonly name = 'CloudFileRefused'
}

/** A cloud that was given as a file, and the certificate authorities that are trusted in it. */
export interface CustomCloud {
  readonly cloud: Cloud
  readonly authorities: readonly string[]
}

const WILDCARD = 'a wildcard is not accepted: name each host, or a suffix that begins with a dot'

/** What is wrong with an address that a token may be sent to; nothing when it is a host and no more. */
function wrongAddress(written: string): string | undefined {
  if (written.includes('*')) return WILDCARD
  if (!URL.canParse(written)) return 'this is no address'
  const { protocol, username, password, pathname, search, hash } = new URL(written)
  if (protocol !== 'https:') return `only https is accepted, also on this computer; this is ${protocol.slice(0, -1)}`
  if (username !== '' || password !== '') return 'an address with a user name is not accepted'
  return pathname === '/' && search === '' && hash === '' ? undefined : 'an address with a path is not accepted: name the host alone'
}

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+$/i

/** What is wrong with the end of a host name. One label alone would match a whole country or industry. */
function wrongDomain(written: string): string | undefined {
  if (written.includes('*')) return WILDCARD
  if (written.toLowerCase() === 'localhost' || DOMAIN.test(written)) return undefined
  return 'this is no domain of at least two parts, such as vault.contoso.example'
}

const wrongSuffix = (written: string): string | undefined =>
  written.includes('*') ? WILDCARD : written.startsWith('.') ? wrongDomain(written.slice(1)) : 'the suffix has to begin with a dot'

const refusing = (wrong: (written: string) => string | undefined) =>
  z.string().superRefine((written, { addIssue }) => {
    const message = wrong(written)
    if (message !== undefined) addIssue({ code: 'custom', message })
  })

const address = refusing(wrongAddress).transform((written) => new URL(written).origin)
/** Audiences are compared as they are, so only the closing slash goes. */
const audience = refusing((written) =>
  URL.canParse(written) && new URL(written).protocol === 'https:' ? undefined : 'the audience of tokens has to be an https address',
).transform((written) => written.replace(/\/+$/, ''))
const suffix = refusing(wrongSuffix).transform((written) => written.toLowerCase())
const domain = refusing(wrongDomain).transform((written) => written.toLowerCase())

const MEMBERS = [
  'authority',
  'resourceManager',
  'powerPlatform',
  'keyVault',
  'dataverse',
  'azurePortal',
  'powerPlatformAdminCenter',
  'lifecycleServices',
] as const satisfies readonly CloudMember[]

const note = z.strictObject({
  confidence: z.enum(['source-code', 'specification', 'documentation', 'general-knowledge']),
  source: z.string(),
  doubt: z.string().optional(),
})

const name = z.string().trim().min(1, 'it is empty').max(100, 'it is longer than 100 characters')

const cloudFile = z.strictObject({
  id: name
    .regex(/^[a-z0-9-]+$/i, 'only letters, digits and hyphens')
    .refine((id) => !(id in CLOUDS), 'this is the id of one of Microsoft’s clouds'),
  name,
  authority: address,
  authorityAliases: z.array(address).optional(),
  resourceManager: address,
  resourceManagerAudience: audience,
  powerPlatform: z.strictObject({ url: address, hostSuffix: suffix, audience }),
  keyVault: z.strictObject({ dnsSuffix: domain, audience, verifyChallenge: z.boolean().default(true) }),
  dataverse: z.strictObject({ hostSuffixes: z.array(suffix).min(1, 'it names no host') }),
  portals: z.strictObject({ azure: address, powerPlatformAdminCenter: address, lifecycleServices: address }),
  verified: z.boolean().default(false),
  notes: z.partialRecord(z.enum([...MEMBERS, 'availability']), note).default({}),
  /** Path of certificate authorities as PEM, from the cloud file's own folder. */
  ca: z.string().optional(),
})

const given: CloudNote = { confidence: 'documentation', source: 'the cloud file' }
const unverified: CloudNote = {
  ...given,
  doubt: messages.writtenCloud,
}

function asCloud({ ca: _, authorityAliases, notes, ...rest }: z.infer<typeof cloudFile>): Cloud {
  const noteOf = (member: CloudMember | 'availability', otherwise: CloudNote): CloudNote => {
    const { doubt, ...found } = notes[member] ?? otherwise
    return doubt === undefined ? found : { ...found, doubt: typeof doubt === 'string' ? verbatim(doubt) : doubt }
  }
  return {
    ...rest,
    ...(authorityAliases ? { authorityAliases } : {}),
    notes: {
      authority: noteOf('authority', given),
      resourceManager: noteOf('resourceManager', given),
      powerPlatform: noteOf('powerPlatform', given),
      keyVault: noteOf('keyVault', given),
      dataverse: noteOf('dataverse', given),
      azurePortal: noteOf('azurePortal', given),
      powerPlatformAdminCenter: noteOf('powerPlatformAdminCenter', given),
      lifecycleServices: noteOf('lifecycleServices', given),
      ...(rest.verified && !notes.availability ? {} : { availability: noteOf('availability', unverified) }),
    },
  }
}

/** What the members say together. Where Resource Manager is on this computer, requests leave for this computer alone. */
function wrongTogether({ authority, resourceManager, powerPlatform }: Cloud): string | undefined {
  const addresses = [authority, resourceManager, powerPlatform.url].map((each) => new URL(each))
  return addresses.every(isLoopback) || !addresses.some(isLoopback)
    ? undefined
    : 'authority, resourceManager and powerPlatform.url have to be all on this computer (localhost) or none of them'
}

/** Names the member as it is written in the file: `dataverse.hostSuffixes.0`. */
function inWords({ path: where, message, code, ...issue }: z.core.$ZodIssue): string {
  const member = where.map(String).join('.') || 'the file'
  if (code === 'unrecognized_keys' && 'keys' in issue)
    return `${issue.keys.map((key) => [...where, key].map(String).join('.')).join(', ')}: the wizard knows no such member`
  if (code === 'invalid_type' && 'input' in issue && issue.input === undefined) return `${member}: it is missing`
  return `${member}: ${message}`
}

/**
 * Reads a cloud from its JSON text.
 * @param file how the text is called in what is said about it
 * @throws CloudFileRefused naming each member that is not accepted
 */
export function parseCloudFile(text: string, file: string): { readonly cloud: Cloud; readonly ca?: string } {
  const refuse = (why: string): never => {
    throw new CloudFileRefused(`The cloud file ${file} is not accepted. ${why}.`)
  }
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch (error) {
    return refuse(`It is not JSON: ${error instanceof Error ? error.message : error}`)
  }
  const parsed = cloudFile.safeParse(body, { reportInput: true })
  if (!parsed.success) return refuse(parsed.error.issues.map(inWords).join('; '))
  const cloud = asCloud(parsed.data)
  const wrong = wrongTogether(cloud)
  if (wrong !== undefined) return refuse(wrong)
  return { cloud, ...(parsed.data.ca === undefined ? {} : { ca: parsed.data.ca }) }
}

/**
 * Reads a cloud file and the certificate authorities it names.
 * @throws CloudFileRefused or AuthoritiesUnreadable, each with a sentence for the person
 */
export async function readCloudFile(file: string): Promise<CustomCloud> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new CloudFileRefused(`The cloud file ${file} cannot be read: ${error.message}`)
  })
  const { cloud, ca } = parseCloudFile(text, file)
  return { cloud, authorities: ca === undefined ? [] : await readAuthorities(path.resolve(path.dirname(file), ca)) }
}
