import { useId } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import type { Finding } from '#words/easy-read/rules.ts';
import { Button } from '../Button.tsx';
import { useSaid } from '../said.ts';
import { say } from './words.ts';

type Props = {
  title: Phrase;
  found: readonly Finding[];
  onUse(one: Finding): void;
  onShow(one: Finding): void;
};

/** What was found in one text: the words themselves, what is hard about them, and a tap that mends or shows them. */
export function Findings({ title, found, onUse, onShow }: Props) {
  const said = useSaid();
  const id = useId();
  return (
    <div className="writing-part">
      <p id={id} className="writing-part-title">
        {said(title)}
      </p>
      <ul aria-labelledby={id}>
        {found.map((one) => {
          const { rule, at, text, instead, count = 0 } = one;
          return (
            <li key={`${rule} ${at}`} className="writing-one">
              <p>
                <span className={`marked ${one.hint ? 'hint-only' : ''}`}>{short(text)}</span>{' '}
                {said(say(rule, { count }))}
              </p>
              {instead ? (
                <Button
                  phrase={say('use', { instead })}
                  name={said(say('useFor', { instead, text: short(text) }))}
                  mark="tick"
                  onPress={() => onUse(one)}
                />
              ) : (
                <Button
                  phrase={say('where')}
                  name={said(say('whereFor', { text: short(text) }))}
                  mark="search"
                  onPress={() => onShow(one)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 58).trimEnd()}…` : text);
