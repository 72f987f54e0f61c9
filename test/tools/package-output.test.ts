import { expect, it } from 'vitest'
import { saidByBuilder } from '../../tools/package.mjs'

it('shows what electron-builder does, line by line', () => {
  expect(saidByBuilder('  • building        target=AppImage arch=x64')).toEqual({ shown: '  • building        target=AppImage arch=x64' })
  expect(saidByBuilder('  • looking at (a:1:2)')).toEqual({ shown: '  • looking at (a:1:2)' })
})

it('ends a failure in a sentence, not in a stack', () => {
  const lines = [
    '  ⨯ failed to build AppImage  error=getaddrinfo ENOTFOUND github.com',
    '  ⨯ getaddrinfo ENOTFOUND github.com  failedTask=build stackTrace=RequestError: getaddrinfo ENOTFOUND github.com',
    '    at ClientRequest.<anonymous> (/app/node_modules/got/dist/source/core/index.js:970:111)',
    '    at ClientRequest.emit (node:events:536:35)',
    '    at processTicksAndRejections (node:internal/process/task_queues:82:21)',
    '    at async Promise.all (<anonymous>)',
    '    at file:///app/builder.js:1:22',
  ]
  const said = lines.map(saidByBuilder)
  expect(said.flatMap(({ shown = [] }) => shown)).toEqual([lines[0], '  ⨯ getaddrinfo ENOTFOUND github.com'])
  expect(said.findLast(({ failed }) => failed)?.failed).toBe('getaddrinfo ENOTFOUND github.com')
})
