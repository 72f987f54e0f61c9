import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import type { CDPSession } from '@playwright/test'
import type { Wizard } from '../e2e/launch.ts'

/** Memory after a garbage collection, by number of clicks. MB are 10⁶ bytes. */
export interface Weight {
  readonly clicks: number
  readonly mainMb: number
  readonly windowMb: number
  /** Nodes and listeners of the window’s page, also of what is no longer shown. */
  readonly nodes: number
  readonly listeners: number
}

/** Weighs both processes of a wizard. */
export class Scales {
  private constructor(
    private readonly wizard: Wizard,
    private readonly session: CDPSession,
  ) {}

  /** Gets both processes ready to collect their garbage when they are asked to. */
  static async for(wizard: Wizard): Promise<Scales> {
    await wizard.main.evaluate(() => {
      process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc')
      Reflect.set(globalThis, 'collectGarbage', process.getBuiltinModule('node:vm').runInNewContext('gc'))
    })
    return new Scales(wizard, await wizard.page.context().newCDPSession(wizard.page))
  }

  async weigh(clicks: number): Promise<Weight> {
    const mainBytes = await this.wizard.main.evaluate(heldByMain)
    // The first collection lets go of what the second one can free.
    for (const _time of [1, 2]) await this.session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await this.session.send('Runtime.getHeapUsage')
    const { nodes, jsEventListeners } = await this.session.send('Memory.getDOMCounters')
    return { clicks, mainMb: mainBytes / 1e6, windowMb: usedSize / 1e6, nodes, listeners: jsEventListeners }
  }

  /** Writes what both processes hold, for Chromium’s tools to compare. @param name of the two files, which end in `.heapsnapshot` */
  async keep(folder: string, name: string): Promise<void> {
    await this.wizard.main.evaluate((_electron, file) => process.getBuiltinModule('node:v8').writeHeapSnapshot(file), fileOf('main'))
    const file = createWriteStream(fileOf('window'))
    const write = ({ chunk }: { readonly chunk: string }) => void file.write(chunk)
    this.session.on('HeapProfiler.addHeapSnapshotChunk', write)
    await this.session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
    this.session.off('HeapProfiler.addHeapSnapshotChunk', write)
    await finished(file.end())

    function fileOf(process: string): string {
      return path.join(folder, `${name}-${process}.heapsnapshot`)
    }
  }
}

/** In main: what is held by JavaScript, and by what it keeps outside of its heap. */
async function heldByMain(): Promise<number> {
  for (const _time of [1, 2]) {
    Reflect.get(globalThis, 'collectGarbage')()
    await new Promise((resolve) => setImmediate(resolve))
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
