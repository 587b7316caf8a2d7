import type {Wordings} from '../language.ts';

/** Figures that are no longer what they were, why they moved, and days unlike others. */
export const moves: Wordings = {
  // Levels that changed
  '{0} rose to {1} from {2}': '{0} monte à {1}, contre {2} auparavant',
  '{0} fell to {1} from {2}': '{0} baisse à {1}, contre {2} auparavant',
  '{0} since {1}': '{0}, depuis le {1}',
  ' of {0}': ' ({0})',
  ' a week': ' par semaine',
  ' a month': ' par mois',
  'In the week it was ': 'Sur la semaine, la valeur est de ',
  'In the month it was ': 'Sur le mois, la valeur est de ',
  'Over the last {0} weeks it was ': 'Sur les {0} dernières semaines, la valeur est de ',
  'Over the last {0} months it was ': 'Sur les {0} derniers mois, la valeur est de ',
  ' ({0}); over the {1} weeks before, {2} ({3}). ':
    ' ({0}) ; sur les {1} semaines précédentes, {2} ({3}). ',
  ' ({0}); over the {1} months before, {2} ({3}). ':
    ' ({0}) ; sur les {1} mois précédents, {2} ({3}). ',
  'Chance alone does so less than once in a million times':
    'Le hasard seul produirait un tel écart moins d’une fois sur un million',
  'Chance alone does so once in {0} times':
    'Le hasard seul produirait un tel écart une fois sur {0}',
  ' It is what moves the figure of all incidents: without it they are as usual.':
    ' C’est ce qui fait bouger le chiffre global : sans cela, il reste habituel.',
  'all incidents': 'l’ensemble des incidents',
  'Bring {0}{1} back to {2}': 'Ramener {0}{1} à {2}',
  'Find what brings the additional incidents of {0}, and whether a problem record covers it.':
    'Chercher d’où viennent les incidents supplémentaires ({0}), et si une fiche de problème les couvre.',
  'Find out whether {0} has really become quieter, or is reported elsewhere.':
    'Vérifier si {0} est réellement plus calme, ou signalé ailleurs.',
  'Find what helped {0}, and keep it.': 'Chercher ce qui a aidé {0}, et le conserver.',
  ' With it: {0}.': ' En même temps : {0}.',
  // Why it moved
  '{0} stayed at {1}': '{0} reste à {1}',
  '{0} rose {1}': '{0} augmente de {1}',
  '{0} fell {1}': '{0} diminue de {1}',
  'in {0}': 'en {0}',
  'by {0}': 'par {0}',
  '{0}, all of it {1}': '{0}, entièrement {1}',
  '{0}: {1}, and {2}': '{0} : {1}, et {2}',
  '{0}: {1}, against {2}': '{0} : {1}, contre {2}',
  'another mix': 'le changement de composition',
  'more {0}': 'la hausse de la part de {0}',
  'fewer {0}': 'la baisse de la part de {0}',
  slower: 'le ralentissement',
  faster: 'l’accélération',
  higher: 'la hausse',
  lower: 'la baisse',
  'every {0} being {1}': '{1} pour chaque {0}',
  '{0} being {1}': '{1} pour {0}',
  nothing: 'rien',
  '{0}, by {1}, {2} against {3}': '{0}, par {1}, {2} face à {3}',
  'Mix: what other proportions of the incidents did. Rate: what each {0} did itself. Together they are the difference, to the last digit (Kitagawa 1955). The {1} is the cut whose mix explains most.':
    'Composition : effet des proportions d’incidents. Niveau : effet propre de chaque {0}. Ensemble, ils font l’écart, au dernier chiffre près (Kitagawa 1955). Le découpage par {1} est celui dont la composition explique le plus.',
  'n before': 'n avant',
  '{0} before': '{0} avant',
  'n now': 'n maintenant',
  Before: 'Avant',
  Now: 'Maintenant',
  'By mix': 'Composition',
  'By rate': 'Niveau',
  Together: 'Ensemble',
  '{0} others': '{0} autres',
  'Judge each {0} on its own, not the total: ask why {1} became worse.':
    'Juger chaque {0} séparément, et non le total : demander pourquoi {1} s’est dégradé.',
  'Judge each {0} on its own: the total hides an improvement, since the mix changed.':
    'Juger chaque {0} séparément : le total cache une amélioration, car la composition a changé.',
  'Bring {0} of {1} back to where it was': 'Ramener {0} ({1}) à sa valeur d’avant',
  'In all ': 'Au total ',
  ' ({0}) against ': ' ({0}) contre ',
  ' made up {0} instead of {1}; other proportions alone make {2}. What each did itself makes {3}: ':
    ' représente {0} au lieu de {1} ; à elles seules, les proportions comptent pour {2}. L’évolution propre à chacun compte pour {3} : ',
  ' instead of {0}': ' au lieu de {0}',
  // Days unlike others
  ', with 1 more such day beside it,': ', avec 1 autre jour semblable à côté,',
  ', with {0} more such days beside it,': ', avec {0} autres jours semblables à côté,',
  'On {0}{1} ': 'Le {0}{1}, ',
  ' of {0} were opened. On the same weekday before it was {1}, {2} on average. {3}':
    ' ({0}) ont été ouverts. Le même jour de la semaine auparavant : {1}, {2} en moyenne. {3}',
  '{0} had {1} incidents on {2}, usually {3}':
    '{0} compte {1} incidents le {2}, habituellement {3}',
  '{0} fell almost silent on {1}: {2} incidents, usually {3}':
    '{0} presque silencieux le {1} : {2} incidents, habituellement {3}',
  'Find what happened to {0} that day, and whether it should have been declared a major incident.':
    'Chercher ce qui est arrivé ce jour-là ({0}), et si un incident majeur aurait dû être déclaré.',
  'Find out whether {0} really had no incidents, or whether they were not recorded.':
    'Vérifier s’il n’y a vraiment eu aucun incident ({0}), ou s’ils n’ont pas été enregistrés.',
  'A usual day counts practically never that.':
    'Un jour habituel n’en compte pratiquement jamais autant.',
  'A usual day counts that less than once in {0} times.':
    'Un jour habituel en compte autant moins d’une fois sur {0}.',
  // Actions
  'Agree which of the {0} findings get an action.':
    'Décider lesquels des {0} constats appellent une action.',
  'Finish, move or drop what is overdue.': 'Terminer, reporter ou abandonner ce qui est en retard.',
  'Verify what is done, or take it up again.': 'Vérifier ce qui est fait, ou le reprendre.',
  'Agree on what is proposed, or drop it.': 'Convenir de ce qui est proposé, ou l’abandonner.',
  'Open a problem for {0}, watch it or dismiss it.':
    'Ouvrir un problème pour {0}, le surveiller ou l’écarter.',
  ': {0} incidents and {1} in {2} weeks.': ' : {0} incidents et {1} en {2} semaines.',
  '; {0} more.': ' ; {0} de plus.',
};
