import { useState } from 'react';
import { useNavigate } from 'react-router';
import { notePinOffered, offersPin } from '#kiosk/pin.ts';

/** Hands the tablet round: at once, or after a PIN was offered where there is none. It is offered once. */
export function useRound(id: string): { offering: boolean; start(): void; go(): void; close(): void } {
  const [offering, setOffering] = useState(false);
  const navigate = useNavigate();
  const go = (): void => {
    void notePinOffered().catch(() => undefined);
    void navigate(`/workshop/${id}/take-part`);
  };
  const start = (): void => {
    // A tablet whose store does not answer still goes round.
    void offersPin()
      .catch(() => false)
      .then((offers) => (offers ? setOffering(true) : go()));
  };
  return { offering, start, go, close: () => setOffering(false) };
}
