import { defined } from '#machines/defined.ts'
import { dayOfEncryption } from '#machines/engine/situation/listed.ts'
import { ownerOf } from '#machines/procedure/owners/owners.ts'
import type { EngagementRow } from '#messages/view.ts'
import type { GlyphName } from '../primitives/glyphs.ts'
import type { Tone } from '../primitives/tones.tsx'
import type { Strings } from '../strings.ts'

export interface RowWords {
  readonly tone: Tone
  readonly glyph: GlyphName
  readonly status: string
  readonly why?: string
  readonly next?: string
  readonly owner?: string
}

/** @param when formats a time */
export function rowWords(
  row: EngagementRow,
  strings: Pick<Strings, 'engagements' | 'owners'>,
  now: number,
  when: (at: number) => string,
): RowWords {
  const { state } = row
  const { engagements: words, owners } = strings
  const asked = (count: number, why: string) => (count > 1 ? words.whyAndMore({ why, more: count - 1 }) : why)
  const running = (status: string, since: number, why = words.since({ when: when(since) })): RowWords => ({
    tone: 'brand',
    glyph: 'running',
    status,
    why,
    next: words.nothing,
    owner: owners.microsoft,
  })
  switch (state.kind) {
    case 'locked': {
      const { days, at } = row.deletion ?? {}
      // After its key works again, it stays locked until re-enabled.
      const [plain, inDays, by] = state.keyWorks
        ? [words.reEnable, words.reEnableWithin, words.reEnableBy]
        : [words.restore, words.restoreWithin, words.restoreBy]
      const within = days === undefined ? plain : inDays({ days })
      const next = at === undefined ? within : by({ when: when(at) })
      const looks = { tone: 'danger', glyph: 'lock', status: words.locked, next } as const
      return 'why' in state
        ? { ...looks, why: asked(state.findings, state.why), owner: owners[ownerOf(state.owner)] }
        : { ...looks, why: state.keyWorks ? words.keyWorks : words.keyLost }
    }
    case 'action-required':
      return {
        tone: 'danger',
        glyph: 'action',
        status: words.action,
        why: asked(state.findings, state.why),
        next: words.fix({ count: state.count, step: state.step }),
        owner: owners[ownerOf(state.owner)],
      }
    case 'confirm':
      return {
        tone: 'warning',
        glyph: 'confirm',
        status: words.confirm,
        why: asked(state.findings, state.why),
        next: words.confirmIn({ count: state.count, step: state.step }),
        owner: owners[ownerOf(state.owner)],
      }
    case 'not-checked':
      return {
        tone: 'neutral',
        glyph: 'missing',
        status: words.notChecked,
        why: asked(state.findings, state.why),
        next: words.checkAgain({ step: state.step }),
        owner: owners[ownerOf(state.owner)],
      }
    case 'encrypting': {
      const day = dayOfEncryption(state.since, now)
      return running(day === undefined ? words.encrypting : words.encryptingDay({ day }), state.since)
    }
    case 'overdue':
      return { ...running(words.encrypting, state.since), tone: 'warning', next: words.overdue, owner: owners.you }
    case 'due':
      return {
        tone: 'danger',
        glyph: 'clock',
        status: words.action,
        why: words.keyExpires({ when: when(state.expires) }),
        next: words.rotateKey,
        owner: owners['key-vault-administrator'],
      }
    case 'removing':
      return running(words.leaving, state.since)
    case 'managing':
    case 'rotating':
    case 'registering':
    case 'assigning':
      return running(words[state.kind], state.since)
    case 'scheduled':
      return {
        tone: 'brand',
        glyph: 'bell',
        status: words.scheduled,
        why: words.starts({ when: when(state.at) }),
        next: words.openBefore,
        owner: owners.you,
      }
    case 'missed':
      return { tone: 'danger', glyph: 'action', status: words.action, why: words.startPassed, next: words.decideStart, owner: owners.you }
    case 'failed':
      return {
        tone: 'danger',
        glyph: 'action',
        status: words.failed,
        ...defined({ why: state.headline }),
        next: words.readWhy,
        owner: owners.you,
      }
    case 'other-policy':
      return { tone: 'danger', glyph: 'action', status: words.otherPolicy, next: words.decidePolicy, owner: owners.you }
    case 'writing':
      return { tone: 'brand', glyph: 'running', status: words.writing, why: words.writingWhy({ step: state.step }), next: words.nothing }
    case 'interrupted':
      return {
        tone: 'danger',
        glyph: 'action',
        status: words.interrupted,
        ...defined({ why: state.headline }),
        next: state.made === undefined ? words.checkMade({ step: state.step }) : words.goOnWith({ count: state.of - state.made }),
        owner: owners.you,
      }
    case 'ready':
      return {
        tone: 'brand',
        glyph: 'list',
        status: words.ready,
        why: words.planned({ count: state.planned }),
        next: words.review({ count: state.planned }),
        owner: owners.you,
      }
    case 'open':
      return { tone: 'brand', glyph: 'right', status: words.ready, next: words.continueWith({ step: state.step }), owner: owners.you }
    case 'linked':
      return { tone: 'brand', glyph: 'lockOutline', status: words.linked, why: words.linkedWhy, next: words.checkStatus, owner: owners.you }
    case 'encrypted':
      return { tone: 'success', glyph: 'lock', status: words.encrypted, next: words.nothing }
    case 'not-started':
      return {
        tone: 'neutral',
        glyph: 'missing',
        status: words.notStarted,
        why: words.listedAt({ when: when(state.listedAt) }),
        next: words.openToStart,
        owner: owners.you,
      }
    case 'closed':
      return { tone: 'danger', glyph: 'no', status: words.closed, why: state.why }
  }
}
