import type {Wordings} from '../language.ts';

/** The days between rare events. */
export const eventGaps: Wordings = {
  'major incidents': 'incidents majeurs',
  incidents: 'incidents',
  resolutions: 'résolutions',
  reopenings: 'réouvertures',
  'events of “{0}”': 'événements de « {0} »',
  // Titles: no participle, whose ending would depend on what the events are called.
  '{0}: one, on {1}': '{0} : une seule occurrence, le {1}',
  '{0}: none for {1}, longer than usual': '{0} : rien depuis {1}, plus longtemps que d’habitude',
  '{0}: none in {1}, {2} since the last, as usual':
    '{0} : rien en {1}, {2} depuis la dernière occurrence, comme d’habitude',
  '{0}: none in {1}, {2} since the last': '{0} : rien en {1}, {2} depuis la dernière occurrence',
  '{0} came every {1} on average, as usual': '{0} : tous les {1} en moyenne, comme d’habitude',
  '{0} came every {1} on average': '{0} : tous les {1} en moyenne',
  '{0} came more often than usual: {1} in {2}': '{0} : plus souvent que d’habitude, {1} en {2}',
  '{0} came less often than usual: {1} in {2}': '{0} : moins souvent que d’habitude, {1} en {2}',
  'Days between {0}': 'Jours entre {0}',
  '{0}, {1} since {2}': '{0}, {1} depuis le {2}',
  // Verdicts
  'more often than usual': 'plus souvent que d’habitude',
  'less often than usual': 'moins souvent que d’habitude',
  'as usual': 'comme d’habitude',
  'longer than usual': 'plus long que d’habitude',
  'longer than any usual gap': 'plus long que tout écart habituel',
  'shorter than any usual gap': 'plus court que tout écart habituel',
  'two of three gaps near the longest usual one':
    'deux écarts sur trois proches du plus long habituel',
  'two of three gaps near the shortest usual one':
    'deux écarts sur trois proches du plus court habituel',
  'seven gaps in a row longer than the middle one': 'sept écarts de suite au-dessus du milieu',
  'seven gaps in a row shorter than the middle one': 'sept écarts de suite au-dessous du milieu',
  'seven gaps in a row, each longer than the one before':
    'sept écarts de suite, chacun plus long que le précédent',
  'seven gaps in a row, each shorter than the one before':
    'sept écarts de suite, chacun plus court que le précédent',
  // Notes and tables
  'since the last, by {0}': 'depuis le dernier, au {0}',
  '{0} since the last, by {1}': '{0} depuis le dernier, au {1}',
  '{0}: longer than any usual gap.': '{0} : plus long que tout écart habituel.',
  'Too few gaps for a usual range: it takes six.':
    'Trop peu d’écarts pour une plage habituelle : il en faut six.',
  '{0} gaps': '{0} {0?écart|écarts}',
  'Mostly none or one a period, which has no usual range: the days between them tell more.':
    'Le plus souvent zéro ou un par période, sans plage habituelle : les jours entre deux en disent plus.',
  'Days since the one before': 'Jours depuis le précédent',
  Mean: 'Moyenne',
  Event: 'Événement',
  'So far': 'À ce jour',
  'Days between majors': 'Jours entre majeurs',
  'Days between P1': 'Jours entre P1',
  'How long is it from one major incident to the next?':
    'Combien de temps d’un incident majeur à l’autre ?',
  'How long is it from one P1 to the next?': 'Combien de temps d’un P1 à l’autre ?',
};
