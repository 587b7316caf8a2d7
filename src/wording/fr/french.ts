import {withFrenchSpaces} from '../french-spaces.ts';
import type {Wordings} from '../language.ts';
import {charts} from './charts.ts';
import {chrome} from './chrome.ts';

/** Everything that is worded in French, metrics aside. */
export const french: Wordings = withFrenchSpaces({...charts, ...chrome});
