import { useState } from 'react';
import { newId } from '#workshop/entry.ts';
import { emptyPhrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { PhraseField } from '#ui/PhraseField.tsx';
import { Said } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { InGroup } from './EditGroups.tsx';
import { FEWEST, MOST, offered, type PollAnswer, type Setup } from './model.ts';
import { say } from './words.ts';

type Props = { setup: Setup; put(change: Partial<Setup>): void };

/** The numbered answers: words, order, more and fewer. Faces only have words: their order is the scale. */
export function EditAnswers({ setup, put }: Props) {
  const said = useSaid();
  const [tools, setTools] = useState(false);
  const scale = setup.how === 'scale';
  const rows = offered(setup);
  const replace = (answer: PollAnswer): void => {
    const list = (all: PollAnswer[]) => all.map((other) => (other.id === answer.id ? answer : other));
    put(scale ? { faces: list(setup.faces) } : { answers: list(setup.answers) });
  };
  const move = (index: number, by: 1 | -1): void => {
    put({ answers: swapped(setup.answers, rows[index], rows[index + by]) });
    announce(said(say('movedTo', { number: index + by + 1 })));
  };
  const remove = (index: number, answer: PollAnswer): void => {
    replace({ ...answer, removed: true });
    announce(said(say('removedNow', { number: index + 1 })));
  };
  return (
    <section className="answers" aria-label={said(say(scale ? 'faces' : 'answers'))}>
      {setup.how === 'one' && (setup.groups ?? []).length > 0 && (
        <h2>
          <Said phrase={say('answers')} />
        </h2>
      )}
      <ol className="answer-rows">
        {rows.map((answer, index) => {
          const label = say(scale ? 'face' : 'answer', { number: index + 1 });
          const named = (word: string): string => `${word}: ${said(label)}`;
          return (
            <li className="answer-row" key={answer.id}>
              <span className="number" aria-hidden="true">
                {index + 1}
              </span>
              <PhraseField
                label={label}
                value={answer.phrase}
                onChange={(phrase) => replace({ ...answer, phrase })}
              />
              {setup.how === 'one' && (setup.groups ?? []).length > 1 && (
                <InGroup setup={setup} answer={answer} put={put} />
              )}
              {!scale && tools && (
                <div className="answer-tools">
                  <Button
                    phrase={say('up')}
                    mark="up"
                    name={named(said(say('up')))}
                    off={index === 0}
                    onPress={() => move(index, -1)}
                  />
                  <Button
                    phrase={say('down')}
                    mark="down"
                    name={named(said(say('down')))}
                    off={index === rows.length - 1}
                    onPress={() => move(index, 1)}
                  />
                  <Button
                    phrase={say('remove')}
                    mark="remove"
                    name={named(said(say('remove')))}
                    off={rows.length <= FEWEST}
                    onPress={() => remove(index, answer)}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ol>
      <div className="row">
        {!scale && rows.length < MOST && (
          <Button
            phrase={say('addAnswer')}
            mark="plus"
            onPress={() => put({ answers: [...setup.answers, { id: newId(), phrase: emptyPhrase }] })}
          />
        )}
        {!scale && (
          <Button phrase={say('tools')} mark="settings" pressed={tools} onPress={() => setTools(!tools)} />
        )}
      </div>
      <p className="quiet small">
        <Said phrase={say('alwaysThere')} />
      </p>
      {!scale && rows.length <= FEWEST && <Limit phrase={say('atLeast', { fewest: FEWEST })} />}
      {!scale && rows.length >= MOST && <Limit phrase={say('atMost', { most: MOST })} />}
    </section>
  );
}

function Limit({ phrase }: { phrase: Parameters<typeof Said>[0]['phrase'] }) {
  return (
    <p className="quiet small">
      <Said phrase={phrase} />
    </p>
  );
}

/** The list with `a` and `b` in each other's place. Those taken out stay where they are. */
function swapped(all: readonly PollAnswer[], a?: PollAnswer, b?: PollAnswer): PollAnswer[] {
  if (!a || !b) return [...all];
  return all.map((answer) => (answer.id === a.id ? b : answer.id === b.id ? a : answer));
}
