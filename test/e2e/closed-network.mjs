/**
 * Runs a program in the network that this process has to itself (`unshare --net --mount`): every address of the world leads to this process,
 * which listens and notes what comes. Nothing that the program sends gets past it, by whatever protocol: the kernel counts it.
 *
 * node test/e2e/closed-network.mjs PROGRAM [WORD…]
 *
 * Takes one word a line on standard input: `seen` answers with what has come so far. Answers are lines of JSON on standard output, and the
 * program's output goes to standard error. Ends with the program, or ends it when standard input ends.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

const RESOLVER = '10.53.0.53'
/** What every name leads to. */
const ELSEWHERE = '10.80.0.80'
const PORTS = { tcp: [80, 443, 853, 1080, 3128, 3478, 5349, 8080], udp: [443, 3478, 5349, 5353, 19302] }

/** @param {readonly string[]} words */
function ip(...words) {
  const { status, stderr } = spawnSync('ip', words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`ip ${words.join(' ')}: ${stderr}`)
}

/** Everything leads here, and names are asked of the resolver here. */
function closeNetwork() {
  ip('link', 'set', 'lo', 'up')
  // WebRTC begins only where there is a network besides the computer itself. What takes it for one is read and dropped.
  spawn('socat', ['-u', 'TUN:10.1.0.2/24,up,iff-no-pi', 'OPEN:/dev/null'], { stdio: 'ignore' }).unref()
  ip('route', 'add', 'local', '0.0.0.0/0', 'dev', 'lo')
  ip('-6', 'route', 'add', 'local', '::/0', 'dev', 'lo')
  const folder = mkdtempSync(path.join(tmpdir(), 'closed-network-'))
  writeFileSync(path.join(folder, 'resolv.conf'), `nameserver ${RESOLVER}\n`)
  const { status, stderr } = spawnSync('mount', ['--bind', path.join(folder, 'resolv.conf'), '/etc/resolv.conf'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`/etc/resolv.conf: ${stderr}`)
  return folder
}

/** @type {string[]} */
const seen = []
let answered = 0

/** @param {Buffer} message of DNS @returns {string} the name that it asks for */
function nameIn(message) {
  const labels = []
  for (let at = 12; message[at]; at += (message[at] ?? 0) + 1)
    labels.push(message.subarray(at + 1, at + 1 + (message[at] ?? 0)).toString('latin1'))
  return labels.join('.')
}

/** @param {Buffer} message a question of DNS @returns {Buffer} the answer: one address for IPv4, none for anything else */
function answerTo(message) {
  let end = 12
  while (message[end]) end += (message[end] ?? 0) + 1
  const isIPv4 = message.readUInt16BE(end + 1) === 1
  const head = Buffer.from(message.subarray(0, end + 5))
  head.writeUInt16BE(0x8180, 2)
  head.writeUInt16BE(isIPv4 ? 1 : 0, 6)
  head.writeUInt32BE(0, 8)
  return isIPv4 ? Buffer.concat([head, Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...ELSEWHERE.split('.').map(Number)])]) : head
}

async function listen() {
  const dns = createSocket('udp4').bind(53, RESOLVER)
  dns.on('message', (message, { port, address }) => {
    seen.push(`DNS ${nameIn(message)}`)
    answered += 1
    dns.send(answerTo(message), port, address)
  })
  await once(dns, 'listening')
  for (const port of PORTS.udp) {
    const socket = createSocket({ type: 'udp6', reuseAddr: true }).bind(port)
    socket.on('message', (message) => seen.push(`UDP ${port} ${message.length} bytes`))
    await once(socket, 'listening')
  }
  for (const port of PORTS.tcp) {
    const server = createServer((socket) => {
      seen.push(`TCP ${socket.localAddress} ${port}`)
      socket
        .on('error', () => undefined)
        .on('data', (data) => seen.push(`TCP ${port} ${data.toString('latin1').replaceAll(/[^ -~]+/g, ' ')}`))
    }).listen(port)
    await once(server, 'listening')
  }
}

/** @param {string} protocol @param {string} counter @returns {number} */
function counted(protocol, counter) {
  const [names = [], values = []] = readFileSync('/proc/self/net/snmp', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(`${protocol}:`))
    .map((line) => line.split(' '))
  return Number(values[names.indexOf(counter)])
}

/** @param {string} counter @returns {number} */
const countedIn6 = (counter) => Number(new RegExp(`^${counter}\\s+(\\d+)$`, 'm').exec(readFileSync('/proc/self/net/snmp6', 'utf8'))?.[1])

/** What left any program in this network, as the kernel counts it: without the answers of the resolver. */
const sent = () => ({
  datagrams: counted('Udp', 'OutDatagrams') + countedIn6('Udp6OutDatagrams') - answered,
  connections: counted('Tcp', 'ActiveOpens'),
  packets: counted('Ip', 'OutRequests') + countedIn6('Ip6OutRequests'),
})

const folder = closeNetwork()
await listen()
const [program = '', ...words] = process.argv.slice(2)
const child = spawn(program, words, { stdio: ['ignore', process.stderr, process.stderr] })
createInterface({ input: process.stdin })
  .on('line', () => console.log(JSON.stringify({ seen, sent: sent() })))
  .on('close', () => child.kill())
const [code] = await once(child, 'exit')
rmSync(folder, { recursive: true, force: true })
process.exit(code ?? 1)
