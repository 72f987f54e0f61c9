/** Makes the RPM package, with `rpmbuild`. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { architectureName, runTool } from './deb.mjs'
import { appFolder, appId, packageName } from './facts.mjs'
import { stage } from './stage.mjs'
import { dateParts, english, forTestsNotice, wrapped } from './texts.mjs'

/** RPM's names of processors, by Node.js's. */
const architectures = new Map([
  ['x64', 'x86_64'],
  ['arm64', 'aarch64'],
])

/** Settings that make the same sources give the same bytes, and leave Electron's programs as they are. */
const settings = [
  ['_buildhost', 'reproducible'],
  ['use_source_date_epoch_as_buildtime', '1'],
  ['build_mtime_policy', 'clamp_to_source_date_epoch'],
  ['_build_id_links', 'none'],
  ['debug_package', '%{nil}'],
  ['__os_install_post', '%{nil}'],
  // The app's own libraries are neither offered to other packages nor required from them.
  ['__provides_exclude_from', `^${appFolder}/.*$`],
  ['__requires_exclude', '^lib(ffmpeg|EGL|GLESv2|vk_swiftshader|vulkan)[.]so.*$'],
]

/**
 * What the package needs besides the libraries its programs link to, which rpmbuild reads from them: it names them by their sonames, which
 * are the same on Fedora, openSUSE, and RHEL.
 */
const requirements = ['Requires: libsecret-1.so.0()(64bit)', 'Requires: xdg-utils', 'Recommends: libnotify', 'Recommends: nodejs >= 20.19']

/**
 * @param {import('./facts.mjs').Facts} facts
 * @param {string} root the folder with what is to be packaged
 * @returns {string} the recipe that rpmbuild follows
 */
export function rpmSpec(facts, root) {
  const { comment, description } = english(facts)
  const notice = forTestsNotice(facts)
  return `${[
    ...settings.map(([name, value]) => `%global ${name} ${value}`),
    `Name: ${packageName}`,
    `Version: ${facts.version}`,
    'Release: 1',
    `Summary: ${comment}`,
    'License: MIT',
    `URL: ${facts.homepage}`,
    'Group: Applications/System',
    `Packager: ${facts.maintainer}`,
    ...requirements,
    '%description',
    wrapped(description, 78, ''),
    ...(notice === '' ? [] : ['', wrapped(notice, 78, '')]),
    '%install',
    `cp -a '${root}/.' '%{buildroot}/'`,
    '%files',
    `%dir /usr/share/licenses/${packageName}`,
    `%license /usr/share/licenses/${packageName}/LICENSE`,
    appFolder,
    `%attr(4755, root, root) ${appFolder}/chrome-sandbox`,
    `/usr/bin/${packageName}`,
    '/usr/bin/cmk-wizard',
    `/usr/share/applications/${packageName}.desktop`,
    `/usr/share/metainfo/${appId}.metainfo.xml`,
    `/usr/share/icons/hicolor/*/apps/${packageName}.*`,
    `/usr/share/man/man1/${packageName}.1.gz`,
    '/usr/share/man/man1/cmk-wizard.1.gz',
    '%changelog',
    ...changelog(facts),
  ].join('\n')}\n`
}

/** @param {import('./facts.mjs').Facts} facts */
function changelog({ releases, version: packaged, maintainer }) {
  return releases.flatMap(({ version, date, lines }, index) => {
    const { weekday, day, month, year } = dateParts(date)
    const heading = `* ${weekday} ${month} ${day} ${year} ${maintainer} - ${index === 0 ? packaged : version}-1`
    // A percent sign begins one of rpmbuild's macros.
    return [heading, ...lines.map((line) => `- ${wrapped(line.replaceAll('%', '%%'), 76, '  ')}`), '']
  })
}

/**
 * @param {import('./deb.mjs').PackageWish} wish
 * @returns {string} the package
 */
export function makeRpm({ app, folder, facts, architecture, date }) {
  const work = mkdtempSync(path.join(tmpdir(), 'rpm-'))
  const processor = architectureName(architecture, architectures)
  try {
    const root = path.join(work, 'files')
    stage({ app, root, facts, kind: 'rpm', date })
    const spec = path.join(work, `${packageName}.spec`)
    writeFileSync(spec, rpmSpec(facts, root))
    const payload = facts.forTests ? 'w1.gzdio' : 'w6.xzdio'
    const defines = [`_topdir ${work}/build`, `_tmppath ${work}/tmp`, `_binary_payload ${payload}`]
    runTool('rpmbuild', ['-bb', '--quiet', '--target', processor, ...defines.flatMap((each) => ['--define', each]), spec], {
      environment: { SOURCE_DATE_EPOCH: String(date) },
    })
    mkdirSync(folder, { recursive: true })
    const name = `${packageName}-${facts.version}-1.${processor}.rpm`
    copyFileSync(path.join(work, 'build', 'RPMS', processor, name), path.join(folder, name))
    return path.join(folder, name)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
