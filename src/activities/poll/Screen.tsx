import { useId } from 'react';
import { Button } from '#ui/Button.tsx';
import { Choices } from '#ui/Choices.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import type { ScreenProps } from '../kind.ts';
import { groupsAsked, type Setup, type State } from './model.ts';
import { asksGroup, chooseGroup, chosenNow, groupNow, outs, pageNow, pagesOf, type Draft } from './turn.ts';
import { say } from './words.ts';

/** One question: the groups first where there are some, then the answers a few at a time; always the ways out. */
export function Screen(props: ScreenProps<Setup, State, Draft>) {
  return asksGroup(props.setup, props.draft) ? <Groups {...props} /> : <Answers {...props} />;
}

function Groups({ setup, draft, onDraft }: ScreenProps<Setup, State, Draft>) {
  const id = useId();
  const groups = groupsAsked(setup);
  const ways = outs();
  const out = chosenNow(setup, draft).find((answer) => ways.some((way) => way.id === answer.id));
  const now = out?.id ?? groupNow(setup, draft);
  return (
    <>
      <Say phrase={setup.question} level={1} id={id} hint={say('chooseGroup')} />
      <div className={`question-answers ${groups.length > 4 ? 'many' : ''}`}>
        <Choices
          labelledBy={id}
          answers={groups}
          ways={ways}
          chosen={now === undefined ? [] : [now]}
          onChoose={([choice = '']) =>
            onDraft(
              ways.some((way) => way.id === choice)
                ? { ...draft, chosen: [choice] }
                : chooseGroup(setup, draft, choice),
            )
          }
        />
      </div>
    </>
  );
}

function Answers({ setup, draft, onDraft }: ScreenProps<Setup, State, Draft>) {
  const id = useId();
  const said = useSaid();
  const several = setup.how === 'several';
  const pages = pagesOf(setup, draft);
  const page = pageNow(setup, draft);
  const shown = pages[page] ?? [];
  const ways = outs();
  const chosen = chosenNow(setup, draft);
  const ids = chosen.map((answer) => answer.id);
  const here = new Set([...shown, ...ways].map((answer) => answer.id));
  const elsewhere = chosen.filter((answer) => !here.has(answer.id));
  const last = page === pages.length - 1;
  const group = groupsAsked(setup).find((one) => one.id === groupNow(setup, draft));
  const turnPage = (): void => {
    const next = last ? 0 : page + 1;
    onDraft({ ...draft, page: next });
    announce(said(say('answersNow', { page: next + 1, pages: pages.length })));
  };
  return (
    <>
      <Say phrase={setup.question} level={1} id={id} hint={say(several ? 'chooseSeveral' : 'chooseOne')}>
        {group && (
          <p className="hint" data-own>
            {said(say('inGroup', { group: said(group.phrase) }))}
          </p>
        )}
        {elsewhere.length > 0 && (
          <p className="hint" data-own>
            {said(say('alsoChosen', { answers: elsewhere.map((answer) => said(answer.phrase)).join('; ') }))}
          </p>
        )}
      </Say>
      <div className={`question-answers ${pages.length > 1 || shown.length > 4 ? 'many' : ''}`}>
        <Choices
          key={page}
          labelledBy={id}
          answers={shown}
          ways={ways}
          several={several}
          // With one answer only, a choice on another page would leave no tile here for the Tab key.
          chosen={several ? ids : ids.filter((choice) => here.has(choice))}
          onChoose={(next) => onDraft({ ...draft, page, chosen: next })}
        />
        {pages.length > 1 && (
          <Button
            phrase={last ? say('firstAnswers') : say('moreAnswers', { page: page + 2, pages: pages.length })}
            mark={last ? 'back' : 'next'}
            weight="edge"
            onPress={turnPage}
          />
        )}
      </div>
    </>
  );
}
