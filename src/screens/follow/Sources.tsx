import type { Source } from '#workshop/follow-changes.ts';
import type { Replay } from '#workshop/replay.ts';
import { Button } from '#ui/Button.tsx';
import { SayRow } from '#ui/SayRow.tsx';
import { useSaid } from '#ui/said.ts';
import { naming } from '../joined.ts';
import { pictured } from './told.ts';
import { sayingOf, type Said } from './sayings.ts';
import { say } from './words.ts';

type Props = {
  replay: Replay;
  groups: readonly Said[];
  sources: readonly Source[];
  onAdd(): void;
  onTakeOff(source: Source): void;
};

/** The notes that a line came from, as they were made. */
export function Sources({ replay, groups, sources, onAdd, onTakeOff }: Props) {
  const said = useSaid();
  return (
    <section className="card stack">
      <h2>{said(say('sources'))}</h2>
      {sources.length === 0 && <p className="quiet">{said(say('noSources'))}</p>}
      <ul className="stack">
        {sources.map((source) => {
          const { row } = sayingOf(replay, groups, source);
          const phrase = pictured(row.phrase, 'talk');
          return (
            <li key={`${source.activity} ${source.entry}`} className="card-row">
              <SayRow row={{ ...row, phrase }} />
              <Button
                phrase={say('takeOff')}
                name={said(naming((what) => say('takeOffThis', { what }), phrase))}
                mark="remove"
                onPress={() => onTakeOff(source)}
              />
            </li>
          );
        })}
      </ul>
      <div className="row">
        <Button phrase={say('addSources')} mark="plus" weight="edge" onPress={onAdd} />
      </div>
    </section>
  );
}
