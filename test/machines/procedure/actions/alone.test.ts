import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { ALL_ACTIONS } from '#machines/procedure/actions/registry.ts'

const ROOT = path.resolve(import.meta.dirname, '../../../..')
const ROOMS = ['contract', 'electron', 'machines', 'messages', 'node', 'renderer']

const MAY_NAME_IT = [
  // Written in a language, or what languages share of it.
  /^node\/exporters\/(?:azure-cli|powershell|terraform|templates)\//,
  /^node\/exporters\/requests\.ts$/,
  // Planned, or named as what resolves a finding.
  /^machines\/procedure\/(?:steps|operations)\//,
  // Each action's result is removed in its own way.
  /^machines\/procedure\/removal\//,
  // Sources of each, generated from the register; and the one removal that the map names without a limit.
  /^machines\/procedure\/(?:sources\/sections|key-map\/key-map)\.ts$/,
  // A decision has the name of the action that it asks for.
  /^(?:contract\/contract|machines\/procedure\/decisions)\.ts$/,
]

const files = ROOMS.flatMap((room) =>
  readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${room}/${file}`),
).map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }))

it.each(ALL_ACTIONS.map(({ kind }) => kind))('%s is named in its folder, in the script languages, and where it is planned', (kind) => {
  const naming = files.filter(({ text }) => text.includes(`'${kind}'`)).map(({ file }) => file)
  expect(naming).toContain(`machines/procedure/actions/${kind}/action.ts`)
  const others = naming.filter(
    (file) => !file.startsWith(`machines/procedure/actions/${kind}/`) && !MAY_NAME_IT.some((may) => may.test(file)),
  )
  expect(others).toEqual([])
})
