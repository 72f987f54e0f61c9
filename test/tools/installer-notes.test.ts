import { expect, test } from 'vitest'
import { intuneNote, wingetManifests } from '../../tools/installer-notes.mjs'
import { readFacts } from '../../tools/linux/facts.mjs'

const facts = readFacts({ forTests: false, environment: {} })
const installers = {
  from: 'https://releases.example/v1/',
  exe: { file: 'wizard setup.exe', sha256: 'a'.repeat(64) },
  msi: { file: 'wizard.msi', sha256: 'b'.repeat(64) },
}
const manifests = wingetManifests(facts, installers)
const named = (part: string) => Object.entries(manifests).find(([name]) => name.includes(part))?.[1] ?? ''

test('winget gets a version, the installers, and a description in each language', () => {
  expect(Object.keys(manifests)).toHaveLength(8)
  for (const manifest of Object.values(manifests)) {
    expect(manifest).toContain(`PackageVersion: ${JSON.stringify(facts.version)}\n`)
    expect(manifest).toMatch(/\nManifestType: "(version|installer|defaultLocale|locale)"\nManifestVersion: "1\.6\.0"\n$/)
  }
  expect(named('locale.en-US')).toContain('ManifestType: "defaultLocale"')
  expect(named('locale.ja-JP')).toContain('ManifestType: "locale"')
})

test('winget shows the release notes of the app, in each language', () => {
  for (const [language, locale] of [
    ['en', 'en-US'],
    ['ja', 'ja-JP'],
  ] as const) {
    const { lines = [], open = [] } = facts.notes[language] ?? {}
    expect(lines.length).toBeGreaterThan(0)
    for (const line of [...lines, ...open]) expect(named(`locale.${locale}`)).toContain(JSON.stringify(`- ${line}`).slice(1, -1))
  }
})

test('each installer has its address, its checksum, and who it is for', () => {
  expect(named('installer.yaml')).toContain(
    [
      'Installers:',
      '- Architecture: "x64"',
      '  InstallerType: "nullsoft"',
      '  Scope: "user"',
      '  InstallerUrl: "https://releases.example/v1/wizard%20setup.exe"',
      `  InstallerSha256: "${'A'.repeat(64)}"`,
      '- Architecture: "x64"',
      '  InstallerType: "wix"',
      '  Scope: "machine"',
      '  InstallerUrl: "https://releases.example/v1/wizard.msi"',
      `  InstallerSha256: "${'B'.repeat(64)}"`,
      'ManifestType: "installer"',
    ].join('\n'),
  )
})

test("winget's limits are kept: a short description of 256 characters, 16 tags of 40", () => {
  for (const { comment, keywords } of Object.values(facts.texts)) {
    expect(comment.length).toBeLessThanOrEqual(256)
    expect(keywords.length).toBeLessThanOrEqual(16)
    for (const word of keywords) expect(word.length).toBeLessThanOrEqual(40)
  }
})

test('the note for Intune names the file, its commands, and its checksum', () => {
  const note = intuneNote(facts, installers)
  expect(note).toContain('msiexec /i "wizard.msi" /qn /norestart')
  expect(note).toContain('b'.repeat(64))
  expect(note).toContain(facts.version)
})
