import { Checkbox, CheckboxGroup, Radio, RadioGroup } from 'react-aria-components';
import type { Phrase } from '#workshop/phrase.ts';
import { Mark } from './Mark.tsx';
import { Picture } from './Picture.tsx';
import { useSaid } from './said.ts';

export type Answer = { id: string; phrase: Phrase };
type Props = {
  /** The id of the heading that asks. */
  labelledBy: string;
  answers: readonly Answer[];
  /** Ways out (not sure, I don't want to say): a thinner rim, and choosing one clears the rest. */
  ways?: readonly Answer[];
  chosen: readonly string[];
  onChoose(chosen: string[]): void;
  several?: boolean;
};

/** The answers to one question: one tile each, one or several to choose, by tap, arrow keys or space. */
export function Choices({ labelledBy, answers, ways = [], chosen, onChoose, several = false }: Props) {
  const tiles = <Tiles answers={answers} ways={ways} several={several} />;
  if (!several) {
    return (
      <RadioGroup
        aria-labelledby={labelledBy}
        className="choice-group"
        value={chosen[0] ?? null}
        onChange={(id) => onChoose([id])}
      >
        {tiles}
      </RadioGroup>
    );
  }
  const isWay = (id: string): boolean => ways.some((way) => way.id === id);
  const choose = (ids: string[]): void => {
    const added = ids.find((id) => !chosen.includes(id));
    if (added !== undefined && isWay(added)) onChoose([added]);
    else onChoose(ids.filter((id) => !isWay(id)));
  };
  return (
    <CheckboxGroup
      aria-labelledby={labelledBy}
      className="choice-group"
      value={[...chosen]}
      onChange={choose}
    >
      {tiles}
    </CheckboxGroup>
  );
}

function Tiles({
  answers,
  ways,
  several,
}: {
  answers: readonly Answer[];
  ways: readonly Answer[];
  several: boolean;
}) {
  const tile = (answer: Answer) => <Choice key={answer.id} answer={answer} several={several} />;
  return (
    <>
      <div className="choices">{answers.map(tile)}</div>
      {ways.length > 0 && <div className="ways">{ways.map(tile)}</div>}
    </>
  );
}

function Choice({ answer, several }: { answer: Answer; several: boolean }) {
  const said = useSaid();
  const inside = ({ isSelected }: { isSelected: boolean }) => (
    <>
      <Picture symbol={answer.phrase.symbol} />
      <span>{said(answer.phrase)}</span>
      {isSelected && <Mark name="tick" className="tick" />}
    </>
  );
  return several ? (
    <Checkbox className="choice" value={answer.id}>
      {inside}
    </Checkbox>
  ) : (
    <Radio className="choice" value={answer.id}>
      {inside}
    </Radio>
  );
}
