import assert from 'node:assert/strict';
import { bytesOf, everyByte, expectKind, expectValue, type PlatformCase, textOf } from './platformHarness.ts';

const backupId = '0f4c1c8e-7a53-4b43-9c3e-1d2f3a4b5c6d';
const otherBackupId = '1f4c1c8e-7a53-4b43-9c3e-1d2f3a4b5c6d';

/** Opening and saving documents: the promises about files that are held. */
export const documentContract: readonly PlatformCase[] = [
  {
    name: 'documents: saves where the user says, and again without asking',
    run: async ({ platform, answerDocument, documentBytes }) => {
      await answerDocument('calls.lodestack.json');
      const saved = expectValue(await platform.saveDocumentAs('calls.lodestack.json', bytesOf('one')));
      assert.equal(saved.name, 'calls.lodestack.json');
      await answerDocument(undefined);
      const again = expectValue(await platform.saveDocument(saved.token, bytesOf('two'), 'unless-changed'));
      assert.equal(again.token, saved.token);
      assert.equal(textOf(await documentBytes('calls.lodestack.json')), 'two');
    },
  },
  {
    name: 'documents: writes nothing when the user cancels, and knows no token that it did not give',
    run: async ({ platform, answerDocument, documentBytes, answerSave }) => {
      await answerDocument(undefined);
      await answerSave('cancel');
      assert.equal(expectKind(await platform.openDocument()), 'cancelled');
      assert.equal(expectKind(await platform.saveDocumentAs('a.lodestack.json', bytesOf('x'))), 'cancelled');
      assert.equal(await documentBytes('a.lodestack.json'), undefined);
      for (const mode of ['unless-changed', 'overwrite'] as const)
        assert.equal(expectKind(await platform.saveDocument(backupId, bytesOf('x'), mode)), 'not-found');
      assert.equal(expectKind(await platform.reopenDocument(backupId)), 'not-found');
      assert.equal(expectKind(await platform.documentChanged(backupId)), 'not-found');
    },
  },
  {
    name: 'documents: opens every byte, and saves to the same file',
    run: async ({ platform, answerDocument, putDocument, documentBytes }) => {
      await putDocument('a.lodestack.json', everyByte.bytes);
      await answerDocument('a.lodestack.json');
      const opened = expectValue(await platform.openDocument());
      assert.deepEqual([...opened.bytes], [...everyByte.bytes]);
      assert.equal(opened.elsewhere, false);
      expectValue(await platform.saveDocument(opened.token, bytesOf('new'), 'unless-changed'));
      assert.equal(textOf(await documentBytes('a.lodestack.json')), 'new');
      assert.equal(textOf(expectValue(await platform.reopenDocument(opened.token)).bytes), 'new');
    },
  },
  {
    name: 'documents: overwrites nothing that another program changed, unless told to',
    run: async ({ platform, answerDocument, putDocument, documentBytes }) => {
      await putDocument('a.lodestack.json', bytesOf('old'));
      await answerDocument('a.lodestack.json');
      const { token } = expectValue(await platform.openDocument());
      assert.equal(expectValue(await platform.documentChanged(token)), false);
      await putDocument('a.lodestack.json', bytesOf('her'));
      assert.equal(expectValue(await platform.documentChanged(token)), true);
      assert.equal(expectKind(await platform.saveDocument(token, bytesOf('his'), 'unless-changed')), 'changed');
      assert.equal(textOf(await documentBytes('a.lodestack.json')), 'her');
      expectValue(await platform.saveDocument(token, bytesOf('his'), 'overwrite'));
      assert.equal(textOf(await documentBytes('a.lodestack.json')), 'his');
      assert.equal(expectValue(await platform.documentChanged(token)), false);
      await putDocument('a.lodestack.json', bytesOf('hers'));
      assert.equal(textOf(expectValue(await platform.reopenDocument(token)).bytes), 'hers');
      expectValue(await platform.saveDocument(token, bytesOf('both'), 'unless-changed'));
    },
  },
  {
    name: 'documents: writes a file anew that is gone',
    run: async ({ platform, answerDocument, removeDocument, documentBytes }) => {
      await answerDocument('a.lodestack.json');
      const { token } = expectValue(await platform.saveDocumentAs('a.lodestack.json', bytesOf('old')));
      await removeDocument('a.lodestack.json');
      assert.equal(expectKind(await platform.reopenDocument(token)), 'not-found');
      expectValue(await platform.saveDocument(token, bytesOf('new'), 'unless-changed'));
      assert.equal(textOf(await documentBytes('a.lodestack.json')), 'new');
    },
  },
  {
    name: 'documents: the last of many saves at once is the one that stays',
    run: async ({ platform, answerDocument, documentBytes }) => {
      await answerDocument('a.lodestack.json');
      const { token } = expectValue(await platform.saveDocumentAs('a.lodestack.json', bytesOf('0')));
      const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(1_000 - index * 40));
      const saves = texts.map((text) => platform.saveDocument(token, bytesOf(text), 'unless-changed'));
      for (const saved of await Promise.all(saves)) expectValue(saved);
      assert.equal(textOf(await documentBytes('a.lodestack.json')), texts.at(-1));
    },
  },
  {
    name: 'documents: remembers over a restart what was opened and saved last, and opens it again',
    run: async ({ platform, answerDocument, putDocument, restart }) => {
      assert.deepEqual(expectValue(await platform.recentDocuments()), []);
      await putDocument('a.lodestack.json', bytesOf('a'));
      await answerDocument('a.lodestack.json');
      expectValue(await platform.openDocument());
      await answerDocument('b.lodestack.json');
      expectValue(await platform.saveDocumentAs('b.lodestack.json', bytesOf('b')));
      const after = await restart();
      const recent = expectValue(await after.recentDocuments());
      assert.deepEqual(
        recent.map(({ name }) => name),
        ['b.lodestack.json', 'a.lodestack.json'],
      );
      assert.equal(textOf(expectValue(await after.reopenDocument(recent[1]?.token ?? '')).bytes), 'a');
      assert.equal(expectValue(await after.recentDocuments())[0]?.name, 'a.lodestack.json');
    },
  },
  {
    name: 'documents: a file that can not be opened is no recent one, and one that is gone says so',
    run: async ({ platform, answerDocument, putDocument, removeDocument, restart }) => {
      await putDocument('a.lodestack.json', bytesOf('a'));
      await answerDocument('a.lodestack.json');
      expectValue(await platform.openDocument());
      await putDocument('b.lodestack.json', bytesOf('b'));
      await answerDocument('b.lodestack.json');
      const { token } = expectValue(await platform.openDocument());
      expectValue(await platform.forgetDocument(token));
      await removeDocument('a.lodestack.json');
      const after = await restart();
      assert.deepEqual(
        expectValue(await after.recentDocuments()).map(({ name, missing }) => [name, missing]),
        [['a.lodestack.json', true]],
      );
      // It can be opened again all the same, and is one again then.
      await answerDocument('b.lodestack.json');
      expectValue(await after.openDocument());
      assert.deepEqual(
        expectValue(await after.recentDocuments()).map(({ name, missing }) => [name, missing]),
        [
          ['b.lodestack.json', undefined],
          ['a.lodestack.json', true],
        ],
      );
    },
  },
  {
    name: 'documents: tells the second who opens a file, until the first has closed it',
    run: async ({ platform, another, answerDocument, putDocument }) => {
      await putDocument('a.lodestack.json', bytesOf('a'));
      await answerDocument('a.lodestack.json');
      const first = expectValue(await platform.openDocument());
      assert.equal(first.elsewhere, false);
      assert.equal(expectValue(await platform.reopenDocument(first.token)).elsewhere, false);
      const second = await another();
      await answerDocument('a.lodestack.json');
      const told = expectValue(await second.openDocument());
      assert.equal(told.elsewhere, true);
      expectValue(await platform.closeDocument(first.token));
      assert.equal(expectValue(await second.reopenDocument(told.token)).elsewhere, false);
    },
  },
  {
    name: 'documents: keeps what is not saved over a crash, the newest first, until it is dropped',
    run: async ({ platform, restart }) => {
      expectValue(await platform.keepBackup({ id: backupId, text: 'first' }));
      expectValue(await platform.keepBackup({ id: otherBackupId, text: 'another' }));
      await new Promise((done) => setTimeout(done, 20));
      expectValue(await platform.keepBackup({ id: backupId, text: 'Zürich → 東京 \u{1f680}' }));
      const after = await restart();
      assert.deepEqual(expectValue(await after.leftBackups()), [
        { id: backupId, text: 'Zürich → 東京 \u{1f680}' },
        { id: otherBackupId, text: 'another' },
      ]);
      expectValue(await after.dropBackup(backupId));
      expectValue(await after.dropBackup(backupId));
      assert.deepEqual(expectValue(await after.leftBackups()), [{ id: otherBackupId, text: 'another' }]);
    },
  },
];
