import { useEffect, useState } from 'react';
import { beginPerson, endPerson, standardWays, type Ways } from '#access/ways.ts';
import type { AnyKind } from '#activities/kind.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useSaid } from '#ui/said.ts';
import { Say } from '#ui/Say.tsx';
import { Part } from '../Part.tsx';
import { say } from './words.ts';

type Way = 'plain' | 'easy' | 'symbols' | 'big' | 'contrast' | 'dark' | 'calm';
const ways: Record<Way, Partial<Ways>> = {
  plain: {},
  easy: { words: 'easy' },
  symbols: { words: 'symbols' },
  big: { text: 'large' },
  contrast: { theme: 'contrast' },
  dark: { theme: 'dark' },
  calm: { calm: true },
};
const names: Way[] = ['plain', 'easy', 'symbols', 'big', 'contrast', 'dark', 'calm'];

type Props = { kind: AnyKind; setup: unknown; onClose: () => void };

/** The activity as people will have it, in each way of reading. It is tried with nothing behind it: nothing is kept. */
export function SeeIt({ kind, setup, onClose }: Props) {
  const [way, setWay] = useState<Way>('plain');
  const said = useSaid();
  // While this is open, the tablet belongs to the person who is imagined.
  useEffect(() => {
    beginPerson({ ...standardWays, ...ways[way] });
  }, [way]);
  useEffect(() => endPerson, []);
  return (
    <Dialog title={say('seeTitle')} open onClose={onClose}>
      <p className="quiet">{said(say('seeHint'))}</p>
      <fieldset className="ways-row">
        <legend className="seen-by-readers">{said(say('ways'))}</legend>
        {names.map((name) => (
          <Button
            key={name}
            phrase={say(`way-${name}`)}
            pressed={name === way}
            onPress={() => setWay(name)}
          />
        ))}
      </fieldset>
      <div className="preview">
        {kind.turn && kind.parts.Screen && kind.round(setup) !== 'none' ? (
          <Trial kind={kind} turn={kind.turn} load={kind.parts.Screen} setup={setup} />
        ) : (
          <Shown kind={kind} setup={setup} heading={kind.heading(setup)} />
        )}
      </div>
    </Dialog>
  );
}

function Shown({ kind, setup, heading }: { kind: AnyKind; setup: unknown; heading: Phrase }) {
  return (
    <>
      <Say phrase={heading} level={3} />
      <Part
        load={kind.parts.Results}
        props={{ setup, state: kind.start(), room: { here: 0, turns: { taken: 0, passed: 0 } } }}
      />
    </>
  );
}

type TrialProps = {
  kind: AnyKind;
  turn: NonNullable<AnyKind['turn']>;
  load: NonNullable<AnyKind['parts']['Screen']>;
  setup: unknown;
};

function Trial({ kind, turn, load, setup }: TrialProps) {
  const state = kind.start();
  const [draft, setDraft] = useState(() => turn.start(setup, 0, state));
  const next = turn.next(setup, draft);
  const back = turn.back(setup, draft);
  return (
    <>
      <Part load={load} props={{ setup, state, draft, onDraft: setDraft }} />
      {(next !== null || back !== null) && (
        <div className="row">
          <Button
            phrase={say('stepBack')}
            mark="back"
            off={back === null}
            onPress={() => back !== null && setDraft(back)}
          />
          <Button
            phrase={say('step')}
            markAfter="next"
            off={next === null}
            onPress={() => next !== null && setDraft(next)}
          />
        </div>
      )}
    </>
  );
}
