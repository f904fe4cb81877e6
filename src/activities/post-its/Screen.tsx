import { use, useId, useMemo } from 'react';
import { AttachmentsContext } from '#ui/attachments.ts';
import { Choices } from '#ui/Choices.tsx';
import { Said, Say } from '#ui/Say.tsx';
import { findPersonal } from '#workshop/personal.ts';
import type { ScreenProps } from '../kind.ts';
import { canHere } from './canHere.ts';
import { GiveDots } from './GiveDots.tsx';
import { MakeNote } from './MakeNote.tsx';
import { ways, type Setup } from './model.ts';
import { MyNotes } from './MyNotes.tsx';
import type { State } from './state.ts';
import { made, type Draft } from './turn.ts';
import { say } from './words.ts';

type Props = ScreenProps<Setup, State, Draft>;

/** One person makes notes, or gives dots: one question a screen. */
export function Screen(props: Props) {
  const { draft } = props;
  const kept = use(AttachmentsContext);
  // A photo that was just taken is in the draft, and not kept yet.
  const attachments = useMemo(
    () => ({
      read: (name: string) => {
        const mine = draft.attachments.find((attachment) => attachment.name === name);
        return mine ? Promise.resolve(mine) : kept.read(name);
      },
    }),
    [draft.attachments, kept],
  );
  return (
    <AttachmentsContext value={attachments}>
      <Step key={draft.step} {...props} />
    </AttachmentsContext>
  );
}

function Step(props: Props) {
  switch (props.draft.step) {
    case 'column':
      return <ChooseColumn {...props} />;
    case 'how':
      return <ChooseWay {...props} />;
    case 'make':
      return <MakeNote {...props} />;
    case 'details':
      return <Details {...props} />;
    case 'more':
      return <MyNotes {...props} />;
    case 'dots':
      return <GiveDots {...props} />;
  }
}

function ChooseColumn({ setup, draft, onDraft }: Props) {
  const id = useId();
  return (
    <>
      <Say level={1} id={id} phrase={setup.question} hint={say('whichColumn')} />
      <Choices
        labelledBy={id}
        answers={setup.columns}
        chosen={draft.column ? [draft.column] : []}
        onChoose={([column = '']) => onDraft({ ...draft, column })}
      />
    </>
  );
}

function ChooseWay({ setup, draft, onDraft }: Props) {
  const id = useId();
  const offered = ways.filter((way) => setup.ways.includes(way) && canHere(way));
  return (
    <>
      <Say level={1} id={id} phrase={say('how')} />
      <Choices
        labelledBy={id}
        answers={offered.map((way) => ({ id: way, phrase: say(way) }))}
        chosen={draft.way ? [draft.way] : []}
        onChoose={([chosen]) => {
          const way = ways.find((each) => each === chosen);
          if (way) onDraft({ ...draft, way });
        }}
      />
    </>
  );
}

function Details({ draft, onDraft }: Props) {
  const id = useId();
  const found = findPersonal(made(draft)?.text ?? '');
  const answers = (['change', 'keep'] as const).map((each) => ({
    id: each,
    phrase: say(each === 'change' ? 'changeIt' : 'keepIt'),
  }));
  return (
    <>
      <Say level={1} id={id} phrase={say('detailsTitle')} hint={say('detailsHint')}>
        <ul className="found" data-own>
          {found.map((each) => (
            <li key={each.at}>
              <Said phrase={say(`found-${each.what}`, { text: each.text })} />
            </li>
          ))}
        </ul>
      </Say>
      <Choices
        labelledBy={id}
        answers={answers}
        chosen={draft.details ? [draft.details] : []}
        onChoose={([chosen]) => onDraft({ ...draft, details: chosen === 'keep' ? 'keep' : 'change' })}
      />
    </>
  );
}
