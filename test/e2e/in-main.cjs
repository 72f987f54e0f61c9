// @ts-nocheck: loaded by Electron itself, before the app and outside of its types.
// Runs in the main process what a test sends, and answers with what came of it: one line of JSON each way.
const electron = require('electron')
const { connect } = require('node:net')
const { createInterface } = require('node:readline')
const { runInThisContext } = require('node:vm')

// It keeps neither the app from ending nor an app without its test alive.
const channel = connect(process.env.CMK_WIZARD_TEST_CHANNEL).unref()
channel.on('error', () => undefined)

async function outcome({ code, argument }) {
  try {
    return { value: await runInThisContext(`(${code})`)(electron, argument) }
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

createInterface({ input: channel }).on('line', async (line) => {
  const { id, ...asked } = JSON.parse(line)
  const result = await outcome(asked)
  if (channel.writable) channel.write(`${JSON.stringify({ id, ...result })}\n`)
})
