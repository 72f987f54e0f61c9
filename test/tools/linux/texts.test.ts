import { expect, test } from 'vitest'
import { packageVersion, parseReleases, readFacts, sourceDate } from '../../../tools/linux/facts.mjs'
import { rpmSpec } from '../../../tools/linux/rpm.mjs'
import { debianChangelog, debianControl, desktopEntry, metainfo, wrapped, written } from '../../../tools/linux/texts.mjs'

const facts = readFacts({ forTests: false, environment: {} })
const forTests = readFacts({ forTests: true, environment: {} })

test('releases are read from the changelog, the unreleased is left out', () => {
  const changelog =
    '# Changelog\n\n## [Unreleased]\n\n- new\n\n## [1.2.0] - 2026-03-04\n\n### Added\n\n- one\n  more `word`\n- two\n\n## [1.1.0] - 2026-01-02\n'
  expect(parseReleases(changelog)).toEqual([
    { version: '1.2.0', date: '2026-03-04', lines: ['one more word', 'two'] },
    { version: '1.1.0', date: '2026-01-02', lines: [] },
  ])
})

test('everything in a package carries the date of the release, unless SOURCE_DATE_EPOCH says another', () => {
  const released = { ...facts, releases: [{ version: '1.0.0', date: '2026-11-25', lines: [] }] }
  expect(sourceDate(released, {})).toBe(Date.UTC(2026, 10, 25) / 1000)
  expect(sourceDate(released, { SOURCE_DATE_EPOCH: '1700000000' })).toBe(1_700_000_000)
  expect(() => sourceDate(released, { SOURCE_DATE_EPOCH: 'yesterday' })).toThrow('SOURCE_DATE_EPOCH must be seconds since 1970')
})

test('a package made for tests says so in its version and its description, and the release of the same number replaces it', () => {
  expect(packageVersion('1.0.0', true)).toBe('1.0.0~fortests')
  const built = { architecture: 'amd64', installedKib: 1 }
  expect(debianControl(forTests, built)).toContain('Not for\n people.')
  expect(rpmSpec(forTests, '/files')).toContain('Made for tests')
  expect(debianControl(facts, built)).not.toContain('tests')
  expect(rpmSpec(facts, '/files')).not.toContain('tests')
})

test.each(['de', 'es', 'fr', 'ja', 'pt_BR'])('the desktop entry and the metadata speak %s', (locale) => {
  for (const key of ['GenericName', 'Comment', 'Keywords'])
    expect(desktopEntry(facts)).toMatch(new RegExp(`^${key}\\[${locale}\\]=.+$`, 'm'))
  for (const tag of ['summary', 'p']) expect(metainfo(facts)).toContain(`<${tag} xml:lang="${locale}">`)
})

test('software centers say of the newest release what the app says under What’s new, in each language', () => {
  const said = metainfo(facts)
  expect(said).toMatch(/<release version="[\d.]+" date="[\d-]+" type="stable">\n {6}<description>/)
  for (const [language, { lines, open }] of Object.entries(facts.notes)) {
    const locale = language === 'en' ? '' : ` xml:lang="${language.replace('-', '_')}"`
    for (const line of [...lines, ...open]) expect(said).toContain(`<li${locale}>${line}</li>`)
  }
})

test('the desktop entry opens no file types', () => {
  expect(desktopEntry(facts)).not.toMatch(/MimeType|%[fFuU]/)
})

test('an older package is refused over a newer one, with what to do', () => {
  const script = written('preinst', { ...facts, version: '1.0.0' })
  expect(script).toContain(`dpkg --compare-versions "$2" gt '1.0.0'`)
  expect(script).toContain('remove cmk-enablement-wizard first. Your environments, settings, and sign-ins stay.')
})

test('the newest entry of the changelogs carries the version of the package', () => {
  expect(debianChangelog({ ...forTests, version: '9.9.9~fortests' })).toMatch(
    /^cmk-enablement-wizard \(9\.9\.9~fortests\) stable; urgency=medium\n/,
  )
  expect(rpmSpec({ ...forTests, version: '9.9.9~fortests' }, '/files')).toMatch(
    /^%changelog\n\* \w{3} \w{3} \d\d \d{4} .+ - 9\.9\.9~fortests-1$/m,
  )
})

test('a line of the changelog is no macro of rpmbuild', () => {
  const released = { ...facts, releases: [{ version: '1.0.0', date: '2026-11-25', lines: ['100 %{nil} done'] }] }
  expect(rpmSpec(released, '/files')).toContain('- 100 %%{nil} done')
})

test('long lines break between words and continue with the indent', () => {
  expect(wrapped('one two three', 7, '  ')).toBe('one two\n  three')
  expect(wrapped('unbreakable', 3, ' ')).toBe('unbreakable')
})

test('each program on the path has a manual page', () => {
  for (const page of ['cmk-enablement-wizard.1', 'cmk-wizard.1'] as const)
    expect(written(page, facts)).toMatch(new RegExp(`^\\.TH [A-Z-]+ 1 \\d{4}-\\d\\d-\\d\\d "${facts.version}"`))
})

test('who publishes a release can set their own address', () => {
  expect(readFacts({ forTests: false, environment: { CMK_WIZARD_MAINTAINER: 'Contoso <apps@contoso.example>' } }).maintainer).toBe(
    'Contoso <apps@contoso.example>',
  )
})
