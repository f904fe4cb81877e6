import { useId, useState } from 'react';
import { changeWays, useWays, waysNow, type Ways } from '#access/ways.ts';
import { Button } from '../Button.tsx';
import { Choices, type Answer } from '../Choices.tsx';
import { Say } from '../Say.tsx';
import { announce } from '../Status.tsx';
import { useSaid } from '../said.ts';
import { say } from './words.ts';

type Asked = {
  answers: (Answer & { ms: number })[];
  now(ways: Ways): number;
  set(ms: number): Partial<Ways>;
};

const asked: Record<'again' | 'hold', Asked> = {
  again: {
    answers: ([0, 500, 1000, 2000] as const).map((ms) => ({ id: `${ms}`, ms, phrase: say(`again${ms}`) })),
    now: ({ ignoreMs }) => ignoreMs,
    set: (ignoreMs) => ({ ignoreMs }),
  },
  hold: {
    answers: ([0, 300, 600, 1000] as const).map((ms) => ({ id: `${ms}`, ms, phrase: say(`hold${ms}`) })),
    now: ({ holdMs }) => holdMs,
    set: (holdMs) => ({ holdMs }),
  },
};

/** How long to wait or to hold, and something to try it on. It changes at once. */
export function HowLong({ of }: { of: 'again' | 'hold' }) {
  const id = useId();
  const ways = useWays(waysNow);
  const said = useSaid();
  const [tries, setTries] = useState(0);
  const { answers, now, set } = asked[of];
  // What stands between two answers is the longer of them.
  const chosen = answers.find(({ ms }) => ms >= now(ways))?.id ?? '';
  const tryIt = (): void => {
    setTries(tries + 1);
    announce(said(say('tried', { count: tries + 1 })));
  };
  return (
    <>
      <Say level={3} id={id} phrase={say(`${of}Question`)} hint={say(`${of}Hint`)} />
      <Choices
        labelledBy={id}
        answers={answers}
        chosen={[chosen]}
        onChoose={([first = '0']) => {
          setTries(0);
          changeWays(set(Number(first)));
        }}
      />
      <Button
        phrase={tries === 0 ? say('tryIt') : say('tried', { count: tries })}
        picture
        weight="edge"
        big
        className="wide press-try"
        onPress={tryIt}
      />
    </>
  );
}
