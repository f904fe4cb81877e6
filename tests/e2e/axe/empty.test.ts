import { everyWay, type Screen } from '../../support/every-way.ts';

const screens: Screen[] = [{ name: 'Home, with no workshop', path: '/' }];

everyWay({ files: () => Promise.resolve([]) }, screens);
