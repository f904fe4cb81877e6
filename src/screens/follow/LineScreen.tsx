import { useState } from 'react';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { keep } from '#journal/keep.ts';
import { newId } from '#workshop/entry.ts';
import type { FollowChange, Heard, Source } from '#workshop/follow-changes.ts';
import { heardLines, type HeardLine } from '#workshop/heard.ts';
import { asSaid, emptyPhrase, type Phrase } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import { headIds } from '#workshop/versions.ts';
import { aboutOf } from '#workshop/workshop.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { PhraseField } from '#ui/PhraseField.tsx';
import { Saved } from '#ui/Saved.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { Nowhere } from '../NotFound.tsx';
import { TwoVersions } from '../prepare/TwoVersions.tsx';
import { WithWorkshop } from '../WithWorkshop.tsx';
import { sendToWorkshop } from '../workshops.ts';
import { PickNotes } from './PickNotes.tsx';
import { RoomSays } from './RoomSays.tsx';
import { allSaid, sameSource } from './sayings.ts';
import { Sources } from './Sources.tsx';
import { Wills } from './Wills.tsx';
import { say } from './words.ts';

/** One line of "You said, we will": its words, whose words it came from, and what will be done. */
export function LineScreen() {
  const { line = '' } = useParams();
  // Kept a moment ago: the workshop as it is shown may not have it yet, and its form stays as it is.
  const isMade = useLocation().state === JUST_MADE;
  return (
    <WithWorkshop>
      {(id, replay) => {
        const known = heardLines(replay.workshop.follow).find((one) => one.id === line);
        if (!known && line !== 'new' && !isMade)
          return <Nowhere title={say('noLine')} help={say('noLineHelp')} />;
        return (
          <Line key={isMade ? 'new' : line} id={id} replay={replay} line={known} made={isMade ? line : ''} />
        );
      }}
    </WithWorkshop>
  );
}

/** `made` is the id of a line that this form has kept. */
type Props = { id: string; replay: Replay; line: HeardLine | undefined; made: string };
const JUST_MADE = 'just-made';
/** The words of the form, and the versions that they build on. */
type Written = { heard: Heard; from: string[] };
const nothing: Heard = { words: emptyPhrase, sources: [] };

function Line({ id, replay, line, made }: Props) {
  const navigate = useNavigate();
  const said = useSaid();
  const [params] = useSearchParams();
  // What stands here follows the workshop until somebody writes; what they write builds on what they saw.
  const [written, setWritten] = useState<Written>();
  const heads = line ? headIds(line.versions) : [];
  const draft = written?.heard ?? line?.versions.heads[0]?.value ?? nothing;
  const [picking, setPicking] = useState(params.get('from') === 'notes');
  const [state, setState] = useState<'' | 'written' | 'empty' | 'kept'>('');
  const put = (change: Partial<Heard>): void => {
    setWritten({ heard: { ...draft, ...change }, from: written?.from ?? heads });
    setState('written');
  };
  const back = (): void => void navigate(`/workshop/${id}/follow`);
  const send = async (heard: Heard, from: string[]): Promise<string> => {
    const name = line?.id ?? (made || newId());
    // The next version builds on this one, whether or not the workshop as it is shown has it by then.
    const body: FollowChange = { type: 'line-heard', line: name, ...heard };
    const kept = await keep(id, [{ activity: '', body, from }]);
    setWritten((now) => ({ heard: now?.heard ?? heard, from: kept.map((entry) => entry.id) }));
    announce(said(say('kept')));
    return name;
  };
  const save = async (heard: Heard, from: string[]): Promise<void> => {
    setState(isBlank(heard) ? 'empty' : '');
    if (isBlank(heard)) return;
    setWritten({ heard, from });
    const name = await send(heard, from);
    // Whoever wrote on meanwhile has something that is not kept yet.
    setState((now) => (now === '' ? 'kept' : now));
    if (!line) await navigate(`/workshop/${id}/follow/${name}`, { replace: true, state: JUST_MADE });
  };
  // Whoever goes has not said that their words are to be lost.
  const leave = async (): Promise<void> => {
    if (state === 'written' && !isBlank(draft)) await send(draft, written?.from ?? heads);
    back();
  };
  const remove = async (): Promise<void> => {
    if (line) await sendToWorkshop(id, [{ type: 'line-removed', line: line.id }]);
    announce(said(say('lineGone')));
    back();
  };
  const picked = (sources: Source[], words: Phrase | undefined): void => {
    // One note is a line as it was said; of several somebody has to say what they come to.
    put({ sources, ...(isBlank(draft) && words ? { words } : {}) });
    setPicking(false);
  };
  const groups = allSaid(replay);
  return (
    <Frame
      title={say('lineTitle')}
      where={<strong>{said(aboutOf(replay.workshop).title)}</strong>}
      help={[say('help'), say('helpReason')]}
      onStop={() => void leave()}
      done={
        <>
          <Button phrase={say('toList')} mark="back" onPress={() => void leave()} />
          {line && <Button phrase={say('removeLine')} mark="remove" onPress={() => void remove()} />}
          <Button
            phrase={say('keepLine')}
            mark="tick"
            weight="go"
            className="push"
            onPress={() => void save(draft, written?.from ?? heads)}
          />
        </>
      }
    >
      <Say phrase={say('lineTitle')} level={1} />
      {line && line.versions.heads.length > 1 && (
        <TwoVersions
          versions={line.versions.heads.map((head) => ({ id: head.id, phrases: [head.value.words] }))}
          onUse={(head) => {
            const chosen = line.versions.heads.find((one) => one.id === head);
            if (chosen) void save(chosen.value, heads);
          }}
        />
      )}
      <section className="card stack">
        <h2>{said(say('ours'))}</h2>
        <PhraseField first label={say('ours')} value={draft.words} onChange={(words) => put({ words })} />
        {state === 'empty' && (
          <p className="wrong" role="alert">
            {said(say('needsWords'))}
          </p>
        )}
        {state === 'kept' && <Saved phrase={say('kept')} />}
        {line && (
          <RoomSays line={line} onUse={(words) => put({ words: asSaid(words, draft.words.symbol) })} />
        )}
      </section>
      <Sources
        replay={replay}
        groups={groups}
        sources={draft.sources}
        onAdd={() => setPicking(true)}
        onTakeOff={(gone) => put({ sources: draft.sources.filter((one) => !sameSource(one, gone)) })}
      />
      {line && <Wills id={id} replay={replay} line={line} />}
      {picking && (
        <PickNotes groups={groups} chosen={draft.sources} onClose={() => setPicking(false)} onDone={picked} />
      )}
    </Frame>
  );
}

const isBlank = ({ words: { plain, easy } }: Heard): boolean => `${plain}${easy}`.trim() === '';
