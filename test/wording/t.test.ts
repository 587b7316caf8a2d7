import {describe, expect, test} from 'vitest';
import {formatChange, formatNumber, formatValue} from '../../src/charts/format.ts';
import {formatDayRange, formatInstant, formatPeriod} from '../../src/charts/format-period.ts';
import {counted} from '../../src/pages/headline-sentence.ts';
import {fill} from '../../src/wording/fill.ts';
import {frenchSpaces} from '../../src/wording/french-spaces.ts';
import {inLanguage} from '../../src/wording/in-language.ts';
import {t} from '../../src/wording/t.ts';

const inFrench = <T>(work: () => T): T => inLanguage('fr', work);

describe('a text', () => {
  test('is the English where nothing else is asked for, and where no wording is known', () => {
    expect(t`the backlog stands at ${'412'}`).toBe('the backlog stands at 412');
    expect(inFrench(() => t`nobody worded ${1} of this`)).toBe('nobody worded 1 of this');
  });

  test('is said in the language of the work it belongs to, also after waiting', async () => {
    const said = await inFrench(async () => {
      await Promise.resolve();
      return t`the backlog stands at ${'412'}`;
    });
    expect(said).toBe('le stock s’élève à 412');
  });

  test('has its holes in any order and its words in the number of what fills them', () => {
    expect(fill('{1} puis {0}', ['a', 'b'])).toBe('b puis a');
    const wording = '{0} {0?incident ouvert|incidents ouverts}';
    expect(fill(wording, ['1,5'])).toBe('1,5 incident ouvert');
    expect(fill(wording, ['1\u202f306'])).toBe('1\u202f306 incidents ouverts');
    expect(inFrench(() => [0, 1, 2].map((count) => counted(count, 'row')))).toEqual([
      '0 ligne',
      '1 ligne',
      '2 lignes',
    ]);
  });

  test('joins de and à with what follows', () => {
    expect(fill('part de {0}', ['le stock'])).toBe('part du stock');
    expect(fill('part de {0}', ['les incidents'])).toBe('part des incidents');
    expect(fill('fin de {0}', ['octobre'])).toBe('fin d’octobre');
    expect(fill('donner à {0}', ['les groupes'])).toBe('donner aux groupes');
    expect(fill('part de {0}', ['Mail'])).toBe('part de Mail');
  });

  test('has no-break spaces where French sets them', () => {
    expect(frenchSpaces('« oui » : 80 % ; non !')).toBe(
      '«\u00a0oui\u00a0»\u00a0: 80\u202f%\u202f; non\u202f!',
    );
  });
});

test('numbers, units and dates are French ones', () => {
  inFrench(() => {
    expect(formatNumber(1284.5, 1)).toBe('1\u202f284,5');
    expect(formatValue(0.9312, 'share')).toBe('93,1\u202f%');
    expect(formatValue(75, 'hours')).toBe('3,1\u202fj');
    expect(formatChange(0.024, 'share')).toBe('+2,4\u202fpt');
    expect(formatPeriod('2026-10')).toBe('octobre 2026');
    expect(formatPeriod('2026-W44')).toBe('semaine 44');
    expect(formatDayRange('2026-10-26', '2026-11-02')).toBe('26 oct. – 1er nov. 2026');
    expect(formatInstant('2026-11-01T22:10:00Z', 'Europe/Paris')).toBe(
      'dim. 1er nov. 2026, 23:10 CET',
    );
  });
});
