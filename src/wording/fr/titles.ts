import type {Wordings} from '../language.ts';

/** Titles and questions of the weekly and monthly page and their blocks, as `dashboards/` has them. */
export const titles: Wordings = {
  'Weekly review': 'Revue hebdomadaire',
  'What changed beyond normal variation, what is stuck, what do we decide?':
    'Qu’est-ce qui a changé au-delà de la variation normale, qu’est-ce qui est bloqué, que décidons-nous ?',
  'Which figures left their usual range, and which will meet their target?':
    'Quels indicateurs ont quitté leur plage habituelle, et lesquels atteindront leur objectif ?',
  'What changed the most, and since when?': 'Qu’est-ce qui a le plus changé, et depuis quand ?',
  'Which priorities are resolved within their target?':
    'Quelles priorités sont résolues dans leur délai cible ?',
  'Do we resolve as much as comes in?': 'Résolvons-nous autant que ce qui entre ?',
  'Which priorities are answered within their target?':
    'Quelles priorités sont prises en charge dans leur délai cible ?',
  'Does the backlog add up from what came in and went out?':
    'Le stock correspond-il aux entrées et aux sorties ?',
  'How long do incidents of each priority take?':
    'Combien de temps prennent les incidents de chaque priorité ?',
  'How are times to resolve spread?': 'Comment se répartissent les délais de résolution ?',
  'Whose resolutions do not hold?': 'Quelles résolutions ne tiennent pas, et chez qui ?',
  'Which incidents are stuck, and with whom?': 'Quels incidents sont bloqués, et chez qui ?',
  'When does work arrive?': 'Quand le travail arrive-t-il ?',
  'How old is what is open?': 'Quelle est l’ancienneté de ce qui est ouvert ?',
  'Which recurring incidents are new or grow, and what is decided about them?':
    'Quels incidents récurrents sont nouveaux ou progressent, et qu’est-il décidé à leur sujet ?',
  'What do we decide this week?': 'Que décidons-nous cette semaine ?',
  'What is not in these figures?': 'Qu’est-ce qui n’est pas dans ces chiffres ?',
  'Can these figures be relied on?': 'Peut-on se fier à ces chiffres ?',
  'Monthly performance': 'Performance mensuelle',
  'Are we keeping our promises, and why did it move?':
    'Tenons-nous nos engagements, et pourquoi cela a-t-il bougé ?',
  'Which figures changed, and which meet their target?':
    'Quels indicateurs ont changé, et lesquels atteignent leur objectif ?',
  'Do we resolve within target?': 'Résolvons-nous dans le délai cible ?',
  'Do we answer within target?': 'Prenons-nous en charge dans le délai cible ?',
  'How long does the usual incident take?': 'Combien de temps prend l’incident ordinaire ?',
  'How long do incidents take on average?': 'Combien de temps prennent les incidents en moyenne ?',
  'How much does the first level resolve?': 'Quelle part le premier niveau résout-il ?',
  'How much comes back?': 'Quelle part revient ?',
  'How much is reopened?': 'Quelle part est rouverte ?',
  'Is work piling up?': 'Le travail s’accumule-t-il ?',
  'Which services take the most work?': 'Quels services demandent le plus de travail ?',
  'Which categories take the most work?': 'Quelles catégories demandent le plus de travail ?',
  'How do the groups compare?': 'Comment se comparent les groupes ?',
  'How do the parts of our own organisation compare?':
    'Comment se comparent les parties de notre organisation ?',
  'How few recurring faults cost most?': 'Combien peu de défauts récurrents coûtent l’essentiel ?',
  'Did the fixes hold, and what did they save?':
    'Les corrections ont-elles tenu, et qu’ont-elles fait gagner ?',
  'Why did the mean time to resolve move?': 'Pourquoi le délai moyen de résolution a-t-il bougé ?',
  'Why did the resolution SLA move?': 'Pourquoi le respect du SLA de résolution a-t-il bougé ?',
  'What did we decide, did it work, and what did it gain?':
    'Qu’avons-nous décidé, cela a-t-il marché, et qu’y avons-nous gagné ?',
  'Which actions are due, overdue, or to be verified?':
    'Quelles actions sont dues, en retard ou à vérifier ?',
  'What needs a decision?': 'Qu’est-ce qui appelle une décision ?',
  'What does each figure mean?': 'Que mesure chaque indicateur ?',
};
