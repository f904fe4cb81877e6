import { useEffect, useState } from 'react';
import { holdToPress, type Held } from '#access/hold.ts';
import { useSaid } from '../said.ts';
import { say } from './words.ts';
import './press.css';

/** A ring that closes round what is held. Where nothing may move, it says to keep holding, and then to let go. */
export function Holding() {
  const said = useSaid();
  const [held, setHeld] = useState<Held | null>(null);
  useEffect(() => {
    document.documentElement.dataset.hold = 'yes';
    const stop = holdToPress(window, setHeld);
    return () => {
      delete document.documentElement.dataset.hold;
      stop();
    };
  }, []);
  if (!held) return null;
  const { left, top, width, height } = held.element.getBoundingClientRect();
  return (
    <div
      className={`hold-ring ${held.enough ? 'enough' : ''}`}
      aria-hidden="true"
      data-react-aria-top-layer="true"
      style={{ left, top, width, height }}
    >
      <svg>
        <rect className="hold-way" pathLength={1} />
        <rect className="hold-done" pathLength={1} style={{ animationDuration: `${held.ms}ms` }} />
      </svg>
      <span className={`hold-words ${top < 80 ? 'beneath' : ''}`}>
        {said(say(held.enough ? 'letGo' : 'keepHolding'))}
      </span>
    </div>
  );
}
