import {phrase} from '../../wording/t.ts';

/** What stands around a page: addresses that differ between the server and a pack. */
export interface Chrome {
  /** Labels are phrases, said in the language of the page. */
  navigation: readonly {id: string; label: string; href: string}[];
  stylesheet: string;
  /** Null where nothing runs: print, packs. */
  script: string | null;
  /** Address of the icon; null for none. */
  icon: string | null;
  /** The link at the top right, e.g. the pack of this period. */
  action: {label: string; href: string} | null;
  version: string;
}

export const serverChrome: Chrome = {
  navigation: [
    {id: 'operations', label: phrase`Operations`, href: '/operations'},
    {id: 'weekly', label: phrase`Weekly`, href: '/weekly'},
    {id: 'monthly', label: phrase`Monthly`, href: '/monthly'},
    {id: 'problems', label: phrase`Problems`, href: '/problems'},
    {id: 'improvement', label: phrase`Improvement`, href: '/improvement'},
    {id: 'sla', label: phrase`SLA`, href: '/sla'},
    {id: 'incidents', label: phrase`Incidents`, href: '/incidents'},
    {id: 'quality', label: phrase`Quality`, href: '/quality'},
    {id: 'catalogue', label: phrase`Catalogue`, href: '/catalogue'},
  ],
  stylesheet: '/assets/style.css',
  script: '/assets/client.js',
  icon: null,
  action: null,
  version: '',
};
