/**
 * `npm run bench -- clicking`: whether memory stays flat over an hour of clicking, in the practice tenant, in a real window, off screen.
 *
 *   npm run bench -- clicking [--clicks N] [--rounds NAME]… [--keep FOLDER] [--trend]
 *
 * An hour is 720 clicks, one each 5 seconds. They are made without the pauses, each when the page has settled, after a quarter as many that don't
 * count, and on each of four ways:
 *
 *   pages         through the pages of one engagement that stays open
 *   cases         from the start page into a case and back
 *   tenant-pages  as `pages`, in a tenant that was signed in to: served over HTTPS, with the journal on disk
 *   engagements   from the list into the engagement of that tenant and back
 *
 * After each round both processes collect their garbage and are weighed. `--keep` writes what they hold after the warm-up and at the end as heap
 * snapshots, to be compared in Chromium's tools. The last line is the figure; a missed budget is said, and ends with 1. `--trend` goes
 * each way a few times, and compares a point at each end: what is missed then is said, and ends with 0.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { buildIfStale } from '../../tools/build.mjs'
import { appTargets } from '../../tools/build-config.mjs'
import { readOptions, runAsCommand } from '../../tools/command.mjs'
import { electronBinary } from '../../tools/electron.mjs'
import { repositoryRoot } from '../../tools/location.mjs'
import { ensureLibraries } from '../../tools/system.mjs'
import { runTypeScript } from '../../tools/typescript.mjs'
import { offScreen } from '../../tools/xvfb.mjs'
import { verdict, type Weight, warmUpOf } from './clicking-verdict.ts'

const AN_HOUR = 720

const ROUNDS = ['pages', 'cases', 'tenant-pages', 'engagements'] as const

/** With a quarter more of them, each way is gone three times or more. */
const FEW = 100

export function parseWish(words: readonly string[]): {
  clicks: number
  rounds: readonly (typeof ROUNDS)[number][]
  folder: string | undefined
  isTrend: boolean
} {
  const { values, on } = readOptions(words, { valued: ['clicks', 'rounds', 'keep'], switches: ['trend'] })
  const isTrend = on.has('trend')
  const clicks = Number(values['clicks']?.at(-1) ?? (isTrend ? FEW : AN_HOUR))
  if (!Number.isInteger(clicks) || clicks < 1) throw new Error('--clicks takes a whole number of clicks.')
  const wanted = values['rounds'] ?? ROUNDS
  const rounds = ROUNDS.filter((each) => wanted.includes(each))
  if (wanted.some((each) => !ROUNDS.some((known) => known === each)))
    throw new Error(`--rounds takes ${ROUNDS.slice(0, -1).join(', ')} or ${ROUNDS.at(-1)}.`)
  const keep = values['keep']?.at(-1)
  return { clicks, rounds, folder: keep === undefined ? undefined : path.resolve(keep), isTrend }
}

const told = ({ clicks, mainMb, windowMb, nodes, listeners }: Weight) =>
  `  ${String(clicks).padStart(5)} clicks: main ${mainMb.toFixed(2)} MB, window ${windowMb.toFixed(2)} MB, ${nodes} nodes, ${listeners} listeners`

async function main(words: readonly string[]) {
  const { clicks, rounds, folder, isTrend } = parseWish(words)
  const warmUp = warmUpOf(clicks)
  await buildIfStale([...appTargets, 'practice-tenant'])
  ensureLibraries((await electronBinary()).path)
  if (folder !== undefined) mkdirSync(folder, { recursive: true })
  const { environment, stop } = await offScreen()
  Object.assign(process.env, environment)
  try {
    // What the tests of the window know of it makes the clicks. Launching reads the environment.
    const { module } = await runTypeScript(path.join(repositoryRoot, 'test', 'clicking', 'main.ts'))
    const { clickAndWeigh } = module
    const measured: Record<string, readonly Weight[]> = {}
    for (const round of rounds) {
      console.error(`Clicking through ${round}…`)
      measured[round] = await clickAndWeigh({
        round,
        clicks: warmUp + clicks,
        keep: folder === undefined ? undefined : { folder, from: warmUp },
        tell: (weight: Weight) => console.error(told(weight)),
      })
    }
    const { line, kept, complete } = verdict(measured, warmUp, isTrend ? 1 : undefined)
    console.log(line)
    return isTrend ? complete : kept
  } finally {
    stop()
  }
}

await runAsCommand(import.meta.url, main)
