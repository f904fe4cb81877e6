import { Said } from '#ui/Say.tsx';
import type { ResultsProps } from '../kind.ts';
import { shownPledges, type Pledge, type Setup, type State } from './model.ts';
import { isSentence, PledgePicture } from './PledgeSay.tsx';
import { lookAgainPhrase, pledgePhrase } from './report.ts';
import { say } from './words.ts';

const ON_A_PAGE = 4;

/** Cards to cut out, four to a page; with no pledges yet, four to fill in by hand. */
export function Cards({ setup, state }: ResultsProps<Setup, State>) {
  const shown = shownPledges(state);
  const cards: (Pledge | undefined)[] =
    shown.length > 0 ? shown : Array<undefined>(ON_A_PAGE).fill(undefined);
  const pages = Array.from({ length: Math.ceil(cards.length / ON_A_PAGE) }, (_, page) =>
    cards.slice(page * ON_A_PAGE, (page + 1) * ON_A_PAGE),
  );
  return (
    <>
      {pages.map((page, number) => (
        <ul className="card-page" key={number}>
          {page.map((pledge, index) => (
            <li className="pledge-card" key={pledge?.id ?? index}>
              <h2>
                <Said phrase={say('cardTitle')} />
              </h2>
              {pledge ? <Filled pledge={pledge} setup={setup} /> : <Blank />}
            </li>
          ))}
        </ul>
      ))}
    </>
  );
}

function Filled({ pledge, setup }: { pledge: Pledge; setup: Setup }) {
  const phrase = pledgePhrase(setup, pledge);
  const again = lookAgainPhrase(pledge);
  return (
    <>
      <PledgePicture pledge={pledge} symbol={phrase.symbol} />
      {!isSentence(pledge) && (
        <p className="pledge-text">
          <Said phrase={phrase} />
        </p>
      )}
      {pledge.name && <p className="pledge-name">{pledge.name}</p>}
      {again && (
        <p className="pledge-day">
          <Said phrase={again} />
        </p>
      )}
    </>
  );
}

/** Lines to write on, with nothing asked for that a person may not want to give. */
function Blank() {
  return (
    <>
      <div className="blank-picture">
        <Said phrase={say('blankPicture')} />
      </div>
      {(['blankWill', 'blankName', 'blankWhen'] as const).map((line) => (
        <div className="blank-line" key={line}>
          <span>
            <Said phrase={say(line)} />
          </span>
        </div>
      ))}
    </>
  );
}
