import type { GuideView } from '#messages/view.ts'
import { Details } from '../primitives/disclosure.tsx'
import { Fact, Facts } from '../primitives/facts.tsx'
import { Stack } from '../primitives/layout.tsx'
import { Heading, Name } from '../primitives/text.tsx'
import { useStrings } from '../strings.ts'
import { Source } from './source.tsx'

/** Documented durations, each with its document. */
export function Waits({ waits }: { readonly waits: GuideView['waits'] }) {
  const strings = useStrings()
  if (waits.length === 0) return null
  return (
    <Stack>
      <Heading level={3}>{strings.frame.waits}</Heading>
      <Facts>
        {waits.map(({ what, takes, sources }) => (
          <Fact key={what} term={what}>
            <Name>{takes}</Name>
            {sources.map((source) => (
              <Source key={source.id} source={source} />
            ))}
          </Fact>
        ))}
      </Facts>
    </Stack>
  )
}

/** Topics on which documents disagree: the newer statement, the older one, and what applies here. */
export function Contradictions({ contradictions }: { readonly contradictions: GuideView['contradictions'] }) {
  const strings = useStrings()
  if (contradictions.length === 0) return null
  return (
    <Stack>
      <Heading level={3}>{strings.frame.disagree}</Heading>
      <div>
        {contradictions.map(({ topic, statements, goesBy }) => (
          <Details key={topic} summary={topic}>
            <Stack as="ol">
              {statements.map(({ says, source }) => (
                <li key={says}>
                  {says} <Source source={source} />
                </li>
              ))}
            </Stack>
            <span>
              <strong>{strings.frame.goesBy}:</strong> {goesBy}
            </span>
          </Details>
        ))}
      </div>
      <Heading level={3}>{strings.frame.documents}</Heading>
    </Stack>
  )
}
