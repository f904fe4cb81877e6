import { useState } from 'react';
import { Button } from '#ui/Button.tsx';
import { Said } from '#ui/Say.tsx';
import { announce } from '#ui/Status.tsx';
import { useSaid } from '#ui/said.ts';
import type { LeadProps } from '../kind.ts';
import { Board } from './Board.tsx';
import { HandArea } from './HandArea.tsx';
import { useHand } from './hand.ts';
import type { Change, Setup } from './model.ts';
import { NoteList } from './NoteList.tsx';
import { allNotes, asksNow, type State } from './state.ts';
import { say } from './words.ts';

type Props = LeadProps<Setup, State, Change>;

/** The leader's board: pick up, put down, group, hide, undo; as a board or as a list; and the dots. */
export function Lead(props: Props) {
  const { setup, state, shown } = props;
  const [looking, setLooking] = useState(false);
  const notes = allNotes(state);
  const secret = setup.hidden && !shown;
  const visible = !secret || looking;
  return (
    <div className="stack">
      {secret && (
        <>
          <p>
            <Said phrase={notes.length === 0 ? say('noNotes') : say('notShown', { count: notes.length })} />
          </p>
          {notes.length > 0 && (
            <Button
              phrase={say(looking ? 'stopLooking' : 'lookFirst')}
              mark={looking ? 'hidden' : 'show'}
              onPress={() => setLooking(!looking)}
            />
          )}
        </>
      )}
      {visible && notes.length === 0 && !secret && (
        <p className="empty">
          <Said phrase={say('noNotes')} />
        </p>
      )}
      {visible && notes.length > 0 && <Sorting {...props} secret={secret} />}
    </div>
  );
}

function Sorting(props: Props & { secret: boolean }) {
  const { setup, state, send } = props;
  const [look, setLook] = useState<'board' | 'list'>('board');
  const hand = useHand(state, send);
  const said = useSaid();
  const dots = asksNow(setup, state) === 'notes';
  return (
    <div className="sorting">
      <div className="sort-tools">
        <div className="tools" role="group" aria-label={said(say('lookAs'))}>
          <Button
            phrase={say('board')}
            mark="tablet"
            pressed={look === 'board'}
            onPress={() => setLook('board')}
          />
          <Button
            phrase={say('list')}
            mark="more"
            pressed={look === 'list'}
            onPress={() => setLook('list')}
          />
          <Button phrase={say('undo')} mark="undo" off={!hand.canUndo} onPress={hand.undo} />
        </div>
        {setup.dots > 0 && <DotsTools {...props} />}
      </div>
      <div className={`board of-${setup.columns.length} ${look}`}>
        <HandArea setup={setup} state={state} hand={hand} send={send} columns={look === 'list'} />
        {look === 'board' ? (
          <Board setup={setup} state={state} hand={hand} dots={dots} send={send} />
        ) : (
          <NoteList setup={setup} state={state} hand={hand} dots={dots} send={send} />
        )}
      </div>
    </div>
  );
}

function DotsTools({ setup, state, send, secret }: Props & { secret: boolean }) {
  const said = useSaid();
  const open = asksNow(setup, state) === 'dots';
  const ask = (change: Change, tell: 'dotsAsked' | 'dotsClosed'): void => {
    void send([change]).then(() => announce(said(say(tell))));
  };
  return (
    <div className="tools">
      {open ? (
        <Button
          phrase={say('closeDots')}
          mark="show"
          onPress={() => ask({ type: 'dots-closed' }, 'dotsClosed')}
        />
      ) : (
        <Button
          phrase={say('openDots')}
          mark="plus"
          off={secret}
          onPress={() => ask({ type: 'dots-opened' }, 'dotsAsked')}
        />
      )}
      <p className="quiet">
        <Said
          phrase={
            secret
              ? say('showFirst')
              : open || state.dotters > 0
                ? say('peopleDotted', { count: state.dotters })
                : say('dots', { count: setup.dots })
          }
        />
      </p>
    </div>
  );
}
