/** Checks of the packages for Linux, in order. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { runTool } from '../../tools/linux/deb.mjs'
import { appId, packageName } from '../../tools/linux/facts.mjs'
import { makePackages } from '../../tools/linux/make.mjs'
import { repositoryRoot } from '../../tools/location.mjs'
import { findProgram } from '../../tools/system.mjs'
import { runVitest } from '../../tools/vitest.mjs'
import { CannotBeChecked } from './checks.mjs'
import { differences } from './difference.mjs'
import { installChecks } from './install-checks.mjs'

/**
 * @typedef {{ readonly folder: string, readonly files: readonly string[], readonly app: string }} Built packages in a folder, and the unpacked app
 * @typedef {{ readonly work: string, readonly first: Built, readonly again: () => Promise<Built> }} Given `again` builds once more
 */

/** An update starts from it. */
const OLDER = '0.0.1'

/**
 * @param {string} folder
 * @returns {readonly string[]} the packages in it
 */
export const allFiles = (folder) => readdirSync(folder).filter((file) => /\.(deb|rpm)$/.test(file))

/** @param {Built} built @param {'deb' | 'rpm'} kind */
function packageOf({ folder, files }, kind) {
  const file = files.find((each) => each.endsWith(`.${kind}`))
  if (file === undefined) throw new CannotBeChecked(`No .${kind} could be made here: the tool that makes it is missing.`)
  return path.join(folder, file)
}

/** @param {string} program */
function needs(program) {
  if (findProgram(program) === undefined) throw new CannotBeChecked(`${program} is missing and cannot be installed from here.`)
}

/**
 * @param {string} program a linter
 * @param {readonly string[]} words
 * @param {RegExp} complaint a line that tells of an error or a warning
 * @throws with what it complains of
 */
function lint(program, words, complaint) {
  needs(program)
  const result = spawnSync(program, words, { encoding: 'utf8', maxBuffer: 2 ** 26 })
  const printed = `${result.stdout}\n${result.stderr}`
  const complaints = printed.split('\n').filter((line) => complaint.test(line))
  if (complaints.length > 0) throw new Error(complaints.join('\n'))
  if (result.status !== 0) throw new Error(`${program} ended with code ${result.status}:\n${printed.trim()}`)
}

/** @param {string} deb @param {string} work @returns {string} the folder with what the package puts under /usr/share */
function shared(deb, work) {
  runTool('sh', ['-c', 'mkdir -p "$2" && dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" ./usr/share', 'sh', deb, path.join(work, 'shared')])
  return path.join(work, 'shared', 'usr/share')
}

/**
 * @param {Given} given
 * @returns {readonly import('./checks.mjs').Check[]}
 */
export function packageChecks({ work, first, again }) {
  /** @type {Promise<Built> | undefined} */
  let second
  const twice = async (/** @type {'deb' | 'rpm'} */ kind) => {
    const before = packageOf(first, kind)
    second ??= again()
    const lines = differences(before, packageOf(await second, kind))
    if (lines.length > 0) throw new Error(`It was made twice and differs.\n${lines.join('\n')}`)
  }
  const older = path.join(work, 'older')
  /** @type {readonly import('./checks.mjs').Check[]} */
  const onDisk = [
    { name: 'the .deb is the same, byte for byte, when it is made twice', run: () => twice('deb') },
    { name: 'the .rpm is the same, byte for byte, when it is made twice', run: () => twice('rpm') },
    {
      name: 'lintian finds no error and no warning',
      run: () => lint('lintian', ['--tag-display-limit', '0', packageOf(first, 'deb')], /^[EW]: /),
    },
    {
      name: 'rpmlint finds no error and no warning',
      run: () => lint('rpmlint', ['--config', path.join(repositoryRoot, 'assets/linux/rpmlint.toml'), packageOf(first, 'rpm')], / [EW]: /),
    },
    {
      name: 'the desktop entry is valid',
      run: () =>
        lint('desktop-file-validate', [path.join(shared(packageOf(first, 'deb'), work), 'applications', `${packageName}.desktop`)], /./),
    },
    {
      name: 'the AppStream metadata is valid',
      run: () =>
        lint(
          'appstreamcli',
          ['validate', '--no-net', '--pedantic', path.join(shared(packageOf(first, 'deb'), work), 'metainfo', `${appId}.metainfo.xml`)],
          /^[EWIP]: /,
        ),
    },
  ]
  /** @type {import('./checks.mjs').Check} */
  const ownInstaller = {
    name: 'the app installs by dpkg and rpm, asks once, and doesn’t call installed what they refuse',
    run: async () => {
      const { passed, failed, skipped } = await runVitest(['--project', 'unit', 'test/node/services/updates/linux-install.test.ts'])
      if (failed > 0 || passed === 0) throw new Error('Its tests have failed: see above.')
      if (skipped > 0) throw new CannotBeChecked('dpkg, rpm or rpmbuild is missing and cannot be installed from here.')
    },
  }
  const olderOf = (/** @type {'deb' | 'rpm'} */ kind) =>
    makePackages([kind], { app: first.app, folder: older, forTests: true, version: OLDER })[0] ?? ''
  return [...onDisk, ownInstaller, ...installChecks({ work, packageOf: (kind) => packageOf(first, kind), olderOf })]
}
