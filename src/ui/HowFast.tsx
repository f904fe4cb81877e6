import { useId } from 'react';
import { useSpeech } from '#access/speech.ts';
import { speak } from '#access/voice.ts';
import { changeWays, useWays, waysNow } from '#access/ways.ts';
import { Button } from './Button.tsx';
import { announce } from './Status.tsx';
import { useSaid } from './said.ts';
import { say } from './speech/words.ts';
import { whyUnheard } from './useReading.ts';

const RATES = [0.5, 0.65, 0.85, 1, 1.2] as const;
const names = [say('speed-0'), say('speed-1'), say('speed-2'), say('speed-3'), say('speed-4')];

/** The step of `rate`, or the nearest to it. */
function stepOf(rate: number): number {
  const far = RATES.map((one) => Math.abs(one - rate));
  return far.indexOf(Math.min(...far));
}

/** How fast a person is read to: slower, faster, and each tap is heard at once. */
export function HowFast() {
  const rate = useWays((state) => waysNow(state).rate);
  const why = useSpeech((speech) => whyUnheard[speech.state]);
  const said = useSaid();
  const id = useId();
  const step = stepOf(rate);
  const to = (next: number): void => {
    changeWays({ rate: RATES[next] ?? 0.85 });
    announce(said(names[next] ?? say('speed-2')));
    void speak([{ text: said(say('speedSample')) }]);
  };
  return (
    <div className="how-fast" role="group" aria-labelledby={id}>
      <p id={id}>
        <strong>{said(say('howFast'))}</strong>
      </p>
      <div className="speeds">
        <Button phrase={say('slower')} mark="minus" big off={step === 0} onPress={() => to(step - 1)} />
        <div className="speed">
          <span className="speed-steps" aria-hidden="true">
            {RATES.map((one, place) => (
              <span key={one} className={place <= step ? 'on' : ''} />
            ))}
          </span>
          <span>{said(names[step] ?? say('speed-2'))}</span>
        </div>
        <Button
          phrase={say('faster')}
          mark="plus"
          big
          off={step === RATES.length - 1}
          onPress={() => to(step + 1)}
        />
      </div>
      {why && <p className="quiet">{said(why)}</p>}
    </div>
  );
}
