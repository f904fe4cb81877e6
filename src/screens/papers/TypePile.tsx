import { useState } from 'react';
import type { Replay } from '#workshop/replay.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Say } from '#ui/Say.tsx';
import { announce } from '#ui/Status.tsx';
import { useSaid } from '#ui/said.ts';
import type { Opened } from '../activity.ts';
import { visibleState } from './AnswerSheet.tsx';
import { TypePaper } from './TypePaper.tsx';
import { say } from './words.ts';

type Props = {
  workshop: string;
  replay: Replay;
  opened: Opened;
  pile: number;
  onPile(pile: number): void;
  onStop(): void;
};

/** Paper after paper, until the pile is done. */
export function TypePile({ workshop, replay, opened, pile, onPile, onStop }: Props) {
  const [n, setN] = useState(1);
  const said = useSaid();
  const heading = opened.kind.heading(opened.setup);
  if (n > pile)
    return (
      <Frame
        title={say('allTyped', { count: pile })}
        where={<strong>{said(heading)}</strong>}
        help={[say('allTypedHint')]}
        onStop={onStop}
        step={n}
        done={
          <>
            <Button phrase={say('oneMore')} mark="plus" onPress={() => onPile(pile + 1)} />
            <Button phrase={say('otherSheet')} markAfter="next" weight="go" onPress={onStop} />
          </>
        }
      >
        <Say phrase={say('allTyped', { count: pile })} level={1} hint={say('allTypedHint')} />
      </Frame>
    );
  return (
    <TypePaper
      key={n}
      workshop={workshop}
      opened={opened}
      visible={visibleState(replay, opened)}
      n={n}
      of={pile}
      onSaved={() => {
        announce(said(say('savedPaper', { n })));
        setN(n + 1);
      }}
      onStop={onStop}
    />
  );
}
