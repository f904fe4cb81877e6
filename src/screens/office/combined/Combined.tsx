import { useId, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { breakdowns, combineWorkshops, type Combined as Question, type Listed } from '#wire/office.ts';
import { Button } from '#ui/Button.tsx';
import { useSaid } from '#ui/said.ts';
import { dayInWords } from '#words/days.ts';
import { asSaid, type Phrase } from '#workshop/phrase.ts';
import type { Together } from '#report/together.ts';
import { BlockRows } from '../../reports/BlockRows.tsx';
import { OfficeFrame } from '../OfficeFrame.tsx';
import { titleOf } from '../said-of.ts';
import { Trouble } from '../Trouble.tsx';
import { useAsked } from '../useAsked.ts';
import { say } from '../words.ts';
import { noFilter } from '../workshops/useFilter.ts';
import { SaveTogether } from './SaveTogether.tsx';

type By = (typeof breakdowns)[number];
type Reply = { workshops: Listed[]; questions: Question[] };

/** What several workshops came to together: each question that more than one of them asked. */
export function Combined() {
  const [params] = useSearchParams();
  const [by, setBy] = useState<By>('none');
  const workshops = (params.get('of') ?? '').split(',').filter(Boolean);
  const navigate = useNavigate();
  const said = useSaid();
  const { reply, last, problem, again } = useAsked(
    combineWorkshops,
    { body: { workshops, filter: noFilter, by } },
    (now) => now.workshops.some(({ upToDate }) => !upToDate),
  );
  const shown = reply ?? last;
  return (
    <OfficeFrame
      title={say('combined')}
      help={[say('helpCombined'), say('helpFew')]}
      done={
        <>
          <Button phrase={say('back')} mark="back" onPress={() => void navigate('/')} />
          <Button
            phrase={say('printPage')}
            mark="print"
            weight="go"
            className="push"
            onPress={() => window.print()}
          />
        </>
      }
    >
      <section className="card stack not-printed" aria-label={said(say('setApart'))}>
        <h2>{said(say('setApart'))}</h2>
        <div className="thirds">
          {breakdowns.map((one) => (
            <Button key={one} phrase={say(`by-${one}`)} pressed={by === one} onPress={() => setBy(one)} />
          ))}
        </div>
        <p className="quiet">{said(say('helpFew'))}</p>
      </section>
      <Trouble problem={problem} again={() => void again()} />
      {shown && shown.questions.length > 0 && (
        <section className="card stack not-printed">
          <SaveTogether together={inWords(shown, said)} />
        </section>
      )}
      {shown && (
        <article className="paper standard">
          <h1>{said(say('combined'))}</h1>
          <ul>
            {shown.workshops.map((one) => (
              <li key={one.workshop}>{nameOf(one, said(titleOf(one)))}</li>
            ))}
          </ul>
          {shown.cut && <p>{said(say('cut'))}</p>}
          {shown.questions.length === 0 && <p>{said(say('nothingShared'))}</p>}
          {shown.questions.map((question, place) => (
            <Asked key={place} question={question} workshops={shown.workshops} by={by} />
          ))}
        </article>
      )}
    </OfficeFrame>
  );
}

type AskedProps = { question: Question; workshops: readonly Listed[]; by: By };

function Asked({ question: one, workshops, by }: AskedProps) {
  const said = useSaid();
  const { question, answers, whole, groups } = one;
  const rows = answers.map((answer, place) => {
    return { phrase: asSaid(answer), count: whole.counts[place] ?? 0 };
  });
  const remarks = remarksOn(one);
  return (
    <section>
      <h2>{question}</h2>
      {one.workshops > 0 && <p className="quiet">{said(say('fromWorkshops', { count: one.workshops }))}</p>}
      {whole.people > 0 && <BlockRows blocks={[{ type: 'counts', of: whole.people, rows }]} />}
      {groups.length > 0 && <Groups question={one} workshops={workshops} by={by} />}
      {remarks.map((row) => (
        <p key={row.plain} className="quiet">
          {said(row)}
        </p>
      ))}
    </section>
  );
}

/** What the numbers do not say by themselves. */
function remarksOn(one: Question): Phrase[] {
  return [
    one.workshops > 1 && say('moreThanOnce'),
    one.several && say('several'),
    one.tooFew && say('tooFew'),
    one.stillOpen && say('stillOpen'),
    one.late && say('late'),
  ].filter((row) => row !== false);
}

/** The same for a file, with every word chosen. */
function inWords({ workshops, questions }: Reply, said: (phrase: Phrase) => string): Together {
  const named = (group: string): string => {
    const one = workshops.find(({ workshop }) => workshop === group);
    return one ? nameOf(one, said(titleOf(one))) : group || said(say('noPlace'));
  };
  return {
    title: said(say('combined')),
    workshops: workshops.map((one) => nameOf(one, said(titleOf(one)))),
    questions: questions.map((one) => ({
      question: one.question,
      answers: one.answers,
      whole: { ...one.whole, name: said(say('by-none')) },
      groups: one.groups.map((group) => ({ ...group, name: named(group.group) })),
      remarks: remarksOn(one).map(said),
    })),
    words: { answer: said(say('theAnswer')), people: said(say('peopleAnswered')) },
  };
}

function Groups({ question, workshops, by }: AskedProps) {
  const said = useSaid();
  const id = useId();
  const named = (group: string): string => {
    const one = workshops.find(({ workshop }) => workshop === group);
    return one ? nameOf(one, said(titleOf(one))) : group || said(say('noPlace'));
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table scrolls by itself, also by the keys
    <div className="wide-table" role="region" tabIndex={0} aria-labelledby={id}>
      <table>
        <caption id={id} className="seen-by-readers">
          {question.question}
        </caption>
        <thead>
          <tr>
            <th scope="col">{said(say(`by-${by}`))}</th>
            {question.answers.map((answer) => (
              <th key={answer} scope="col">
                {answer}
              </th>
            ))}
            <th scope="col">{said(say('peopleAnswered'))}</th>
          </tr>
        </thead>
        <tbody>
          {question.groups.map(({ group, people, counts }) => (
            <tr key={group}>
              <th scope="row">{named(group)}</th>
              {counts.map((count, place) => (
                <td key={question.answers[place]}>{count}</td>
              ))}
              <td>{people}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const nameOf = ({ date, where }: Listed, title: string): string =>
  [title, dayInWords(date), where.trim()].filter(Boolean).join(', ');
