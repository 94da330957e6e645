import { describe, expect, it } from 'vitest';
import { parseNeed } from '../../../src/core/decision/parseNeed.ts';
import { smallCatalog } from '../../fixtures/smallCatalog.ts';

const catalog = smallCatalog();

describe('parseNeed', () => {
  it('takes tasks by their bare ids and fills in the rest', () => {
    const parsed = parseNeed({ tasks: ['feel-mood', { task: 'find-themes', weight: 0.5 }] }, catalog);
    expect(parsed.ok && parsed.value).toMatchObject({
      tasks: [
        { task: 'feel-mood', weight: 1 },
        { task: 'find-themes', weight: 0.5 },
      ],
      constraints: {},
    });
  });

  it.each([
    [{ tasks: ['feel-mod'] }, 'tasks[0].task', 'did you mean "feel-mood"'],
    [{ have: ['sond'] }, 'have[0]', 'did you mean "sound"'],
    [{ want: ['x'] }, 'want[0]', 'Unknown data kind "x"'],
    [{ preferences: { eas: 1 } }, 'preferences.eas', 'did you mean "ease"'],
    [{ preferences: { ease: 2 } }, 'preferences.ease', 'at most 1'],
    [{ constraints: { excluded: ['readr'] } }, 'constraints.excluded[0]', 'did you mean "reader"'],
    [{ constraints: { mode: 'lve' } }, 'constraints.mode', 'live'],
    [{ taks: [] }, 'taks', 'did you mean "tasks"'],
    [null, '(need)', ''],
    ['text', '(need)', ''],
    [[], '(need)', ''],
  ])('refuses %j at %s', (value, field, message) => {
    const parsed = parseNeed(value, catalog);
    const issues = parsed.ok ? [] : parsed.error;
    expect(issues.map((issue) => issue.field)).toContain(field);
    expect(issues.map((issue) => issue.message).join()).toContain(message);
  });

  it('keeps prototypes out', () => {
    const parsed = parseNeed(JSON.parse('{"preferences": {"__proto__": {"a": 1}}}'), catalog);
    expect(parsed.ok && Object.getPrototypeOf(parsed.value.preferences) === Object.prototype).toBe(true);
    expect(parsed.ok && (parsed.value.preferences as Record<string, unknown>).a).toBeUndefined();
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });
});
