import type { ComponentType } from 'react';
import { create } from 'zustand';

/**
 * What screens show of the office, once this tablet is connected to one. Until then there is nothing to show, and
 * nothing of it is loaded.
 */
export type HubParts = {
  /** How a workshop stands, in one line. */
  Line?: ComponentType<{ id: string }>;
  /** How the whole tablet stands, on the first screen. */
  Card?: ComponentType;
  /** How a finished workshop stands, and whether the tablet can go back. */
  AtEnd?: ComponentType<{ id: string }>;
  /** What the leader must know. */
  Notice?: ComponentType;
  /** Puts a workshop on the other tablets too. */
  Share?: ComponentType<{ id: string }>;
};

export const useHubParts = create<HubParts>(() => ({}));
