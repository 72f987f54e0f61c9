// @ts-nocheck: loaded by Electron itself, before the app and outside of its types.
// Makes every text of every window 15 % wider, as other fonts do: the average letter is half as wide as it is high.
const { app } = require('electron')

const WIDER = '* { letter-spacing: 0.075em !important }'

app.on('web-contents-created', (_event, contents) => {
  contents.on('dom-ready', () => void contents.insertCSS(WIDER, { cssOrigin: 'user' }))
})
