import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { nextRecordName, recordLabel, slugOf, superseded, titleOfRecord } from '../../../src/core/export/supersede.ts';

describe('names of records', () => {
  it.each([
    ['Transcribe speech with Amazon Transcribe', 'transcribe-speech-with-amazon-transcribe'],
    ['Übersetzung & Café', 'ubersetzung-cafe'],
    ['日本', 'decision'],
    ['../../etc/passwd', 'etc-passwd'],
    [`${'word '.repeat(30)}`, 'word-word-word-word-word-word-word-word-word-word-word-word'],
  ])('%j becomes %j', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('counts on from the highest number of the folder, with its digits', () => {
    expect(nextRecordName([], 'A b')).toBe('0001-a-b.md');
    expect(nextRecordName(['0001-x.md', '0007-y.md', 'README.md', '0009-picture.svg'], 'A')).toBe('0008-a.md');
    expect(nextRecordName(['01-x.md', '99-y.md'], 'A')).toBe('100-a.md');
    expect(nextRecordName(['adr-12.md', 'template.md'], 'A')).toBe('0001-a.md');
  });

  it('is a plain name, whatever the title', () => {
    fc.assert(
      fc.property(fc.string(), (title) => {
        expect(nextRecordName([], title)).toMatch(/^0001-[a-z0-9]+(-[a-z0-9]+)*\.md$/);
        expect(slugOf(title).length).toBeLessThanOrEqual(60);
      }),
    );
  });

  it('calls a record by its number and its heading', () => {
    expect(recordLabel('docs/adr/0003-speech.md')).toBe('ADR-0003');
    expect(recordLabel('speech.md')).toBe('speech');
    expect(titleOfRecord('---\nstatus: x\n---\n\n# Use \\*A\\* #\n\n## B', '0003-a.md')).toBe('ADR-0003: Use *A*');
    expect(titleOfRecord('no heading', '0003-a.md')).toBe('ADR-0003');
  });
});

describe('superseded', () => {
  it('changes the status in the front matter, and no other byte', () => {
    const old = '---\nstatus: accepted\ndate: 2026-01-01\n---\n\n# Title\n\nstatus: open\n';
    expect(superseded(old, '0005-new.md')).toEqual({
      ok: true,
      value: '---\nstatus: "superseded by [ADR-0005](0005-new.md)"\ndate: 2026-01-01\n---\n\n# Title\n\nstatus: open\n',
    });
  });

  it('changes a line of status of the older form, and keeps line ends of Windows', () => {
    expect(superseded('# Title\r\n\r\n- Status: accepted\r\n- Date: 2026-01-01\r\n', '../b/0005-new.md')).toEqual({
      ok: true,
      value: '# Title\r\n\r\n- Status: superseded by [ADR-0005](../b/0005-new.md)\r\n- Date: 2026-01-01\r\n',
    });
  });

  it('refuses a text without a status, also where a later section speaks of one', () => {
    expect(superseded('# Title\n\n## Context\n\n- Status: of the order\n', 'a.md').ok).toBe(false);
    expect(superseded('', 'a.md').ok).toBe(false);
  });

  it('is YAML that says where it leads, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.constantFrom('accepted', '"a: b"', ''), (name, status) => {
        const file = `${name}.md`;
        const made = superseded(`---\nstatus: ${status}\ndate: 2026-01-01\n---\nbody`, file);
        if (!made.ok) throw new Error(made.error);
        const [, head = ''] = made.value.split(/^---$/m);
        const front = parse(head) as { status: string; date: string };
        expect(front.status).toMatch(/^superseded by \[.*\]\(.*\)$/s);
        expect(made.value.endsWith('---\nbody')).toBe(true);
        // Done again, it is replaced and not added.
        const again = superseded(made.value, '0009-next.md');
        expect(again.ok && again.value.split('superseded by').length).toBe(2);
      }),
    );
  });
});
