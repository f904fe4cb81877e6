import type { Help } from '#workshop/changes.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { useSaid } from '#ui/said.ts';
import { say } from './words.ts';

const helps = [
  ['alone', say('alone')],
  ['with-help', say('withHelp')],
  ['for-them', say('forMe')],
] as const;

type Props = { asks: Phrase; help: Help | ''; onHelp(help: Help | ''): void };

/** Who helped with an answer: counted apart from it, and only if somebody says so. */
export function WhoHelped({ asks, help, onHelp }: Props) {
  const said = useSaid();
  return (
    <section className="stack who-helped" aria-label={said(asks)}>
      <h2>{said(asks)}</h2>
      <div className="thirds">
        {helps.map(([id, phrase]) => (
          <Button
            key={id}
            phrase={phrase}
            picture
            pressed={help === id}
            onPress={() => onHelp(help === id ? '' : id)}
          />
        ))}
      </div>
    </section>
  );
}
