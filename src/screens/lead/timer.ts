import { sendToWorkshop } from '../workshops.ts';

/** Starts the gentle timer of an activity. The wall time is for reading what is left, and decides nothing. */
export function startTimer(workshop: string, activity: string, minutes: number, at = Date.now()): void {
  void sendToWorkshop(workshop, [{ type: 'timer-started', activity, minutes, at }]);
}

export function stopTimer(workshop: string, activity: string): void {
  void sendToWorkshop(workshop, [{ type: 'timer-stopped', activity }]);
}
