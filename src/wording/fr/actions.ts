import type {Wordings} from '../language.ts';

/** Improvement actions as reviews list them, and why a verdict is what it is. */
export const actions: Wordings = {
  // The list
  Action: 'Action',
  Measure: 'Mesure',
  'Before, target': 'Avant, objectif',
  'Half a year': 'Six mois',
  'Since then': 'Depuis',
  Due: 'Échéance',
  'State and verdict': 'État et verdict',
  Gain: 'Gain',
  '{0} over {1} weeks': '{0} sur {1} semaines',
  proposed: 'proposée',
  agreed: 'convenue',
  'in progress': 'en cours',
  done: 'réalisée',
  verified: 'vérifiée',
  dropped: 'abandonnée',
  today: 'aujourd’hui',
  '1 day overdue': '1 jour de retard',
  '{0} days overdue': '{0} jours de retard',
  'in 1 day': 'dans 1 jour',
  'in {0} days': 'dans {0} jours',
  'looked for from {0}': 'effet recherché à partir du {0}',
  'the target is not reached': 'objectif non atteint',
  'the target is reached': 'objectif atteint',
  'about {0} needed': 'il faut environ {0}',
  '{0} (95\u202f%: {1} to {2})': '{0} (95 % : {1} à {2})',
  'Opened at': 'Ouvert le',
  // What is due
  'Actions: {0}': 'Actions : {0}',
  'one overdue': 'une en retard',
  '{0} overdue': '{0} en retard',
  'one due within two weeks': 'une à échéance sous deux semaines',
  '{0} due within two weeks': '{0} à échéance sous deux semaines',
  'one to verify': 'une à vérifier',
  '{0} to verify': '{0} à vérifier',
  'one to decide': 'une à décider',
  '{0} to decide': '{0} à décider',
  'One action is under way': 'Une action est en cours',
  '{0} actions are under way': '{0} actions sont en cours',
  'Every open action comes back until it is verified or dropped':
    'Chaque action ouverte revient ici jusqu’à ce qu’elle soit vérifiée ou abandonnée',
  '{0} more are open. ': '{0} {0?autre est ouverte|autres sont ouvertes}. ',
  'All actions, with their history': 'Toutes les actions et leur historique',
  // What was decided, and whether it worked
  'Before against since, at the same mix of priorities; verdicts as the last build found them':
    'Avant et depuis, à composition de priorités égale ; verdicts établis sur les dernières données',
  'Gain: told only where the effect is seen; the difference in each incident times the incidents since. ':
    'Gain : indiqué seulement si l’effet est constaté ; écart par incident, multiplié par le nombre d’incidents depuis. ',
  'All actions': 'Toutes les actions',
  'No effect is seen yet of the one action': 'L’unique action ne montre pas encore d’effet',
  'The one action shows the effect': 'L’unique action produit son effet',
  'No effect is seen yet of {0} actions': 'Aucune des {0} actions ne montre encore d’effet',
  'One of {0} actions shows the effect': 'Une action sur {0} produit son effet',
  '{0} of {1} actions show the effect': '{0} actions sur {1} produisent leur effet',
  '{0}; one got worse': '{0} ; une en aggravation',
  '{0} fewer': '{0} de moins',
  'incidents since': 'incidents depuis',
  'of {0} since': 'sur {0} depuis',
  'over {0} since': 'pour {0} {0?incident|incidents} depuis',
  // Why
  'It is better than chance explains.': 'C’est mieux que ce que le hasard explique.',
  'It is worse than chance explains.': 'C’est moins bien que ce que le hasard explique.',
  'So far the difference is no larger than chance explains; more weeks are needed.':
    'À ce jour, l’écart ne dépasse pas ce que le hasard explique ; il faut davantage de semaines.',
  'The baseline has too few incidents: even an effect of the target’s size would not stand out.':
    'La période de référence compte trop peu d’incidents : même un effet de l’ampleur visée ne se remarquerait pas.',
  'An effect as large as the target would have stood out by now.':
    'Un effet de l’ampleur visée se serait déjà remarqué.',
  'An effect of the target’s size would need about {0} more incidents, more than a year has.':
    'Un effet de l’ampleur visée demanderait environ {0} incidents de plus, davantage qu’en une année.',
  'The baseline has {0} incidents; 10 are needed.':
    'La période de référence compte {0} {0?incident|incidents} ; il en faut 10.',
  '{0} incidents since are too few for a verdict.':
    '{0} {0?incident|incidents} depuis : trop peu pour un verdict.',
  'The baseline has {0} whole weeks; 4 are needed.':
    'La période de référence compte {0} {0?semaine complète|semaines complètes} ; il en faut 4.',
  '1 whole week has passed since; 4 are needed.':
    '1 semaine complète s’est écoulée depuis ; il en faut 4.',
  '{0} whole weeks have passed since; 4 are needed.':
    '{0} {0?semaine complète s’est écoulée|semaines complètes se sont écoulées} depuis ; il en faut 4.',
  'No priority has incidents both before and since.':
    'Aucune priorité n’a d’incidents à la fois avant et depuis.',
  'Nothing was counted in the {0} weeks before, so there is nothing to compare with.':
    'Rien n’a été compté sur les {0} semaines précédentes : il n’y a rien à quoi comparer.',
  'There is nothing to compare with: {0}.': 'Il n’y a rien à quoi comparer : {0}.',
  'About 1 more week would tell.': 'Encore 1 semaine environ le dirait.',
  'About {0} more weeks would tell.': 'Encore {0} semaines environ le diraient.',
};
