// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/app_info.h"
#include "app/credentials/api_key_file.h"
#include "app/credentials/keychain_errors.h"
#include "tests/keyring/keyring_bench.h"
#include "tests/keyring/stall_watch.h"
#include "tests/leaks/canary.h"
#include "tests/support/keyring.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

constexpr KeychainOptions patient{10s, 20s};
constexpr KeychainOptions impatient{300ms, 1s};

const QList<Deed> deeds{Deed::Import, Deed::Use, Deed::Remove, Deed::Replace};

QString fingerprintEntry()
{
    return QLatin1StringView(applicationId) + "/installation/fingerprint-key"_L1;
}

/// What the keychain's errors say of one action, by what is the matter.
QHash<QString, Error> errorsOf(KeychainAction action)
{
    return {{u"K5 locked"_s, keychainLocked(action)},           {u"denied"_s, keychainDenied(action)},
            {u"K6 no keychain"_s, keychainUnavailable(action)}, {u"failed"_s, keychainFailed(action)},
            {u"K7 does not answer"_s, keychainTimeout(action)}, {u"K10 mismatch"_s, keychainMismatch(action)},
            {u"K3 missing"_s, keychainSecretMissing()}};
}

} // namespace

/// What holds over all keyring states (KA to KH, but for KF), on a real gnome-keyring.
class TestKeyringStatements final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(Keyring::isPrivate(), "run this under tests/support/with_keyring.sh"); }
    void init();
    void cleanup();

    void theWatchSeesAStall();
    void textsDiffer_data();
    void textsDiffer();
    void textsOfRealStatesDiffer();
    void noFileHoldsAKey();
    void nothingChangesUnasked_data();
    void nothingChangesUnasked();
    void equalNamesAreApart();
    void aNameIsTakenOnce();
    void characters_data();
    void characters();
    void unusualKeysAreImportedAsTheyAre_data();
    void unusualKeysAreImportedAsTheyAre();
    void refusedCharacters_data();
    void refusedCharacters();
    void theFilesLineEndIsNotStored_data();
    void theFilesLineEndIsNotStored();

private:
    void heal();
    [[nodiscard]] QByteArrayList snapshot() const;
    void forgetItems(const KeyringBench &bench) const;

    Keyring m_keyring;
    std::unique_ptr<KeyringBench> m_bench;
};

void TestKeyringStatements::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_bench = std::make_unique<KeyringBench>(patient);
    QVERIFY(m_bench->fill());
}

void TestKeyringStatements::cleanup()
{
    heal();
    forgetItems(*m_bench);
    m_bench.reset();
}

void TestKeyringStatements::heal()
{
    m_keyring.resume();
    QVERIFY(m_keyring.unlock());
}

void TestKeyringStatements::forgetItems(const KeyringBench &bench) const
{
    for (const Profile &profile : bench.profiles().profiles()) {
        while (m_keyring.countItems(keyringEntry(profile)) > 0)
            QVERIFY(m_keyring.removeItem(keyringEntry(profile)));
    }
}

/// KA is checked in every row of the matrix; this shows that such a check can fail.
void TestKeyringStatements::theWatchSeesAStall()
{
    StallWatch watch;
    QTRY_VERIFY(watch.turns() > 5);
    QTimer::singleShot(0, this, [] { QThread::msleep(500); });
    const int before = watch.turns();
    QTRY_VERIFY(watch.turns() > before + 3);
    // On a busy machine the reference thread stands still for a part of it, which is taken off.
    QVERIFY(watch.longest() > 100ms);
}

void TestKeyringStatements::textsDiffer_data()
{
    QTest::addColumn<int>("action");
    QTest::newRow("KB texts of a write") << int(KeychainAction::Write);
    QTest::newRow("KB texts of a read") << int(KeychainAction::Read);
    QTest::newRow("KB texts of a removal") << int(KeychainAction::Remove);
}

void TestKeyringStatements::textsDiffer()
{
    QFETCH(int, action);
    const QHash<QString, Error> errors = errorsOf(static_cast<KeychainAction>(action));
    QSet<QString> sentences;
    for (const Error &error : errors) {
        QVERIFY2(!error.nextStep.isEmpty(), qPrintable(error.sentence));
        sentences << error.sentence;
    }
    QCOMPARE(sentences.size(), errors.size());
}

void TestKeyringStatements::textsOfRealStatesDiffer()
{
    for (const Deed deed : {Deed::Import, Deed::Use, Deed::Remove}) {
        QSet<QString> sentences;
        const auto note = [&](const DeedOutcome &outcome) {
            QVERIFY2(outcome.error, outcome.told().constData());
            sentences << outcome.error->sentence;
        };
        QVERIFY(m_keyring.lock());
        note(m_bench->run(deed));
        m_bench->startAgain(impatient);
        QVERIFY(m_keyring.stop());
        note(m_bench->run(deed));
        heal();
        m_bench->startAgain(patient);
        if (deed == Deed::Use) {
            const QString entry = keyringEntry(m_bench->subject());
            QVERIFY(m_keyring.removeItem(entry));
            note(m_bench->run(deed));
            sentences << keychainUnavailable(KeychainAction::Read).sentence;
            QCOMPARE(sentences.size(), 4);
            QVERIFY(!m_bench->run(Deed::Replace).error);
        } else {
            QCOMPARE(sentences.size(), 2);
        }
    }
}

void TestKeyringStatements::noFileHoldsAKey()
{
    const QByteArray random = QUuid::createUuid().toByteArray(QUuid::Id128);
    const ApiKey key = keyOf("KC-" + random);
    const auto import = [&](const QString &name) {
        return waitFor(m_bench->profiles().add(profileDraft(name), key)).has_value();
    };
    QVERIFY(import(u"open"_s));
    QVERIFY(m_keyring.lock());
    QVERIFY(!import(u"locked"_s));
    heal();
    QVERIFY(m_keyring.kill());
    QVERIFY(!import(u"killed"_s));
    heal();
    m_bench->startAgain(impatient);
    QVERIFY(m_keyring.stop());
    QVERIFY(!import(u"hung"_s));
    Profile draft = profileDraft(u"session"_s);
    draft.sessionOnly = true;
    QVERIFY(waitFor(m_bench->profiles().add(draft, key)));
    heal();
    const QList<Canary> canaries{{u"key"_s, key.value.reveal()}, {u"subject"_s, KeyringBench::subjectKey()}};
    // All that this test, its keyring and its bus have written, the keyring's own file included: it is encrypted.
    for (const QString &folder :
         {QDir::homePath(), qEnvironmentVariable("ACX_KEYRING_DIR") + "/home"_L1, m_bench->folder()})
        QCOMPARE(findCanaries(canaries, folder), QStringList());
    QVERIFY(QDir(Keyring::filesFolder()).exists());
}

void TestKeyringStatements::nothingChangesUnasked_data()
{
    QTest::addColumn<QString>("state");
    for (const QString &state : {u"unlocked"_s, u"locked"_s, u"hung"_s, u"killed"_s, u"item removed"_s})
        QTest::addRow("KD %s", qPrintable(state)) << state;
}

QByteArrayList TestKeyringStatements::snapshot() const
{
    QByteArrayList all{QByteArray::number(m_keyring.countItems())};
    for (const QString &entry :
         {keyringEntry(m_bench->subject()), keyringEntry(m_bench->bystander()), fingerprintEntry()})
        all << m_keyring.secretOf(entry).value_or("none");
    QFile list(m_bench->folder() + "/config/profiles.json"_L1);
    if (list.open(QIODevice::ReadOnly))
        all << list.readAll();
    return all;
}

void TestKeyringStatements::nothingChangesUnasked()
{
    QFETCH(QString, state);
    if (state == "item removed"_L1)
        QVERIFY(m_keyring.removeItem(keyringEntry(m_bench->subject())));
    const QByteArrayList before = snapshot();
    QCOMPARE(before.size(), 5);
    m_bench->startAgain(impatient);
    QVERIFY(waitFor(m_bench->keychain().status())); // from here on it notices when the service goes
    if (state == "locked"_L1)
        QVERIFY(m_keyring.lock());
    else if (state == "hung"_L1)
        QVERIFY(m_keyring.stop());
    else if (state == "killed"_L1)
        QVERIFY(m_keyring.kill());
    // All that a start and mere looking do, twice.
    for (int round = 0; round < 2; ++round) {
        QVERIFY(waitFor(m_bench->keychain().status()));
        std::ignore = waitFor(m_bench->profiles().apiKey(m_bench->subject().id));
        std::ignore = waitFor(m_bench->profiles().clientSecret(m_bench->subject().id));
        QVERIFY(waitFor(m_bench->profiles().findSameKey(keyOf(KeyringBench::freshKey()))));
        QVERIFY(m_bench->profiles().load());
        m_bench->keychain().allowPrompt();
    }
    heal();
    QCOMPARE(snapshot(), before);
}

void TestKeyringStatements::equalNamesAreApart()
{
    // KG: two lists, as with two settings folders, whose profiles have the same names, on one keyring.
    KeyringBench other(patient);
    QVERIFY(other.fill());
    QCOMPARE(other.subject().name, m_bench->subject().name);
    QVERIFY(!other.run(Deed::Replace).error);
    QCOMPARE(m_bench->run(Deed::Use).value.reveal(), KeyringBench::subjectKey());
    QCOMPARE(other.run(Deed::Use).value.reveal(), KeyringBench::freshKey());
    QVERIFY(!other.run(Deed::Remove).error);
    QCOMPARE(m_bench->run(Deed::Use).value.reveal(), KeyringBench::subjectKey());
    forgetItems(other);
}

void TestKeyringStatements::aNameIsTakenOnce()
{
    const int items = m_keyring.countItems();
    for (const QString &name : {u"subject"_s, u"SUBJECT"_s, u" Subject "_s}) {
        const Result<Profile> added =
            waitFor(m_bench->profiles().add(profileDraft(name), keyOf(KeyringBench::freshKey())));
        QVERIFY(!added);
        QCOMPARE(added.error().kind, ErrorKind::AlreadyExists);
    }
    QCOMPARE(m_keyring.countItems(), items);
    QCOMPARE(m_bench->run(Deed::Use).value.reveal(), KeyringBench::subjectKey());
}

void TestKeyringStatements::characters_data()
{
    QTest::addColumn<QByteArray>("key");
    QByteArray printable;
    for (char c = '!'; c <= '~'; ++c)
        printable.append(c);
    QTest::newRow("KH every printable character") << printable;
    for (char c = '!'; c <= '~'; ++c)
        QTest::addRow("KH begins and ends with %c", c) << QByteArray(1, c) + "key" + QByteArray(1, c);
    QTest::newRow("KH inner blank") << "key with blanks  inside"_ba;
    QTest::newRow("KH inner tab") << "key with\ta tab"_ba;
    QTest::newRow("KH non-ASCII") << "schlüssel-ключ-鍵-🔑"_ba;
    QTest::newRow("KH 2,560 bytes") << QByteArray(2560, 'k');
}

void TestKeyringStatements::characters()
{
    QFETCH(QByteArray, key);
    const Result<Profile> added = waitFor(m_bench->profiles().add(profileDraft(u"fresh"_s), keyOf(key)));
    QVERIFY2(added.has_value(), added ? "" : qPrintable(added.error().message()));
    QCOMPARE(m_keyring.secretOf(keyringEntry(*added)), key);
    m_bench->startAgain(patient);
    const Result<Secret> read = waitFor(m_bench->profiles().apiKey(added->id));
    QVERIFY(read);
    QCOMPARE(read->reveal(), key);
}

void TestKeyringStatements::unusualKeysAreImportedAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("key");
    const QByteArray blank = "a key with inner  blanks";
    const QByteArray foreign = "schlüssel-ключ-鍵-🔑";
    QTest::newRow("KH inner blank, text") << blank + '\n' << blank;
    QTest::newRow("KH inner blank, JSON") << R"({"apikey": ")" + blank + R"("})" << blank;
    QTest::newRow("KH non-ASCII, text") << foreign + '\n' << foreign;
    QTest::newRow("KH non-ASCII, JSON") << R"({"apikey": ")" + foreign + R"("})" << foreign;
}

void TestKeyringStatements::unusualKeysAreImportedAsTheyAre()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, key);
    const Result<ApiKeyImport> import = ApiKeyFile::readBytes(file);
    QVERIFY2(import.has_value(), import ? "" : qPrintable(import.error().message()));
    QVERIFY(!import->stop);
    QVERIFY2(import->warnings.join(u' ').contains("plain ASCII"_L1), qPrintable(import->warnings.join(u' ')));
    const Result<Profile> added = waitFor(m_bench->profiles().add(profileDraft(u"fresh"_s), import->key));
    QVERIFY(added);
    QCOMPARE(m_keyring.secretOf(keyringEntry(*added)), key);
    m_bench->startAgain(patient);
    const Result<Secret> read = waitFor(m_bench->profiles().apiKey(added->id));
    QVERIFY(read);
    QCOMPARE(read->reveal(), key);
}

void TestKeyringStatements::refusedCharacters_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("kind");
    QTest::newRow("KH empty") << QByteArray() << int(ErrorKind::InvalidInput);
    QTest::newRow("KH NUL alone") << QByteArray(1, '\0') << int(ErrorKind::InvalidInput);
    QTest::newRow("KH NUL inside") << QByteArray("ab\0cd", 5) << int(ErrorKind::InvalidInput);
    QTest::newRow("KH NUL at the end") << QByteArray("ab\0", 3) << int(ErrorKind::InvalidInput);
    QTest::newRow("KH not UTF-8") << "ab\xff\xfe"_ba << int(ErrorKind::InvalidInput);
    QTest::newRow("KH 2,561 bytes") << QByteArray(2561, 'k') << int(ErrorKind::TooLarge);
}

void TestKeyringStatements::refusedCharacters()
{
    QFETCH(QByteArray, key);
    QFETCH(int, kind);
    const int items = m_keyring.countItems();
    const Result<Profile> added = waitFor(m_bench->profiles().add(profileDraft(u"fresh"_s), keyOf(key)));
    QVERIFY(!added);
    QCOMPARE(int(added.error().kind), kind);
    const Result<Profile> replaced = waitFor(m_bench->profiles().replaceKey(m_bench->subject().id, keyOf(key)));
    QVERIFY(!replaced);
    QCOMPARE(int(replaced.error().kind), kind);
    QCOMPARE(m_keyring.countItems(), items);
    QCOMPARE(m_keyring.secretOf(keyringEntry(m_bench->subject())), KeyringBench::subjectKey());
    QCOMPARE(m_bench->namesOnDisk(), QStringList({u"subject"_s, u"bystander"_s}));
}

void TestKeyringStatements::theFilesLineEndIsNotStored_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("KH text, LF") << "a-key-from-a-file-01234567890123456789ab\n"_ba;
    QTest::newRow("KH text, CRLF") << "a-key-from-a-file-01234567890123456789ab\r\n"_ba;
    QTest::newRow("KH text, blank lines") << "\n a-key-from-a-file-01234567890123456789ab \n\n"_ba;
    QTest::newRow("KH JSON") << "{\"apikey\": \"a-key-from-a-file-01234567890123456789ab\"}\n"_ba;
    QTest::newRow("KH JSON, line end in the value") << R"({"apikey": "a-key-from-a-file-01234567890123456789ab\n"})"_ba;
}

void TestKeyringStatements::theFilesLineEndIsNotStored()
{
    QFETCH(QByteArray, file);
    const Result<ApiKeyImport> import = ApiKeyFile::readBytes(file);
    QVERIFY2(import.has_value(), import ? "" : qPrintable(import.error().message()));
    const Result<Profile> added = waitFor(m_bench->profiles().add(profileDraft(u"fresh"_s), import->key));
    QVERIFY(added);
    QCOMPARE(m_keyring.secretOf(keyringEntry(*added)), "a-key-from-a-file-01234567890123456789ab"_ba);
}

ACX_TEST_MAIN(TestKeyringStatements)
#include "test_keyring_statements.moc"
