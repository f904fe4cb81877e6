import { useEffect, useState } from 'react';
import type { Ways } from '#access/ways.ts';
import { Later } from '#ui/Later.tsx';
import { announce } from '#ui/Status.tsx';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Picture } from '#ui/Picture.tsx';
import { Saved } from '#ui/Saved.tsx';
import { useSaid } from '#ui/said.ts';
import type { Phrase } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import { adoptedRules, type Opened } from '../activity.ts';
import { CardsDialog } from '../cards/CardsDialog.tsx';
import { HandedControls } from '../lead/HandedControls.tsx';
import { WatchFilm } from '../spoken/WatchFilm.tsx';
import { say } from './words.ts';

export type After = 'saved' | 'passed' | '';
type Props = {
  workshop: string;
  replay: Replay;
  opened: Opened | undefined;
  after: After;
  closed: boolean;
  onMyTurn(): void;
  /** Somebody showed a card: it is their turn, in the ways that it tells of. */
  onCard(ways: Ways): void;
  onLeader(): void;
};

const showCard = async () => (await import('#ui/ways/ShowCard.tsx')).ShowCard;

/** Between two people: the same for everyone, and nothing of the last person. */
export function Curtain({ workshop, replay, opened, after, closed, onMyTurn, onCard, onLeader }: Props) {
  const [cards, setCards] = useState(false);
  const [card, setCard] = useState(false);
  const said = useSaid();
  const message = after === 'saved' ? say('saved') : after === 'passed' ? say('passed') : undefined;
  useEffect(() => {
    if (message) announce(said(message));
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- said once, when the curtain falls
  }, [after]);

  const title = titleOf(opened, after, closed);
  const canTurn = opened?.kind.turn !== undefined && opened.kind.round(opened.setup) !== 'none' && !closed;
  return (
    <Frame
      look="curtain"
      title={say('takePart')}
      help={[say('helpSkip'), say('helpTime'), say('helpPerson')]}
      rules={adoptedRules(replay)}
      notice={<WatchFilm replay={replay} activity={closed ? undefined : opened?.activity.id} />}
      onStop={() => setCards(true)}
    >
      {message && <Saved phrase={message} />}
      <Picture symbol="pass" framed />
      <h1>{said(title)}</h1>
      {canTurn && <Button phrase={say('myTurn')} mark="person" className="turn" onPress={onMyTurn} />}
      <div className="row curtain-foot">
        {canTurn && <Button phrase={say('haveCard')} mark="card" onPress={() => setCard(true)} />}
        <HandedControls workshop={workshop} replay={replay} />
        <Button phrase={say('leader')} mark="lock" onPress={onLeader} />
      </div>
      <CardsDialog workshop={workshop} open={cards} onClose={() => setCards(false)} />
      {card && <Later load={showCard} props={{ onCard, onClose: () => setCard(false) }} />}
    </Frame>
  );
}

function titleOf(opened: Opened | undefined, after: After, closed: boolean): Phrase {
  if (closed) return say('closed');
  if (!opened || !opened.kind.turn || opened.kind.round(opened.setup) === 'none') return say('nothing');
  const { here, turns } = opened.room;
  if (here > 0 && turns.taken + turns.passed >= here) return say('allHad');
  return after === '' ? say('ready') : say('pass');
}
