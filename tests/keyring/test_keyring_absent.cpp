// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/keyring/keyring_bench.h"
#include "tests/leaks/canary.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

/// K6: no keychain at all. Run with no bus, with the address of a bus that is gone, and on a bus without any Secret
/// Service.
class TestKeyringAbsent final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_bench = std::make_unique<KeyringBench>();
        m_bench->fillListOnly();
    }
    void cleanup() { m_bench.reset(); }

    void deed_data();
    void deed();
    void thisSessionOnly();
    void removedOnThePersonsWord();

private:
    void checkNothingOnDisk();
    std::unique_ptr<KeyringBench> m_bench;
};

void TestKeyringAbsent::deed_data()
{
    QTest::addColumn<int>("deedOf");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("K6 no keychain / import") << int(Deed::Import) << u"so the key was not saved"_s;
    QTest::newRow("K6 no keychain / use") << int(Deed::Use) << u"so the stored key cannot be read"_s;
    QTest::newRow("K6 no keychain / remove") << int(Deed::Remove) << u"so the stored key was not removed"_s;
    QTest::newRow("K6 no keychain / replace") << int(Deed::Replace) << u"so the key was not saved"_s;
}

void TestKeyringAbsent::deed()
{
    QFETCH(int, deedOf);
    QFETCH(QString, sentence);
    const DeedOutcome outcome = m_bench->run(static_cast<Deed>(deedOf));
    QVERIFY2(outcome.error, "no keychain, and done all the same");
    QCOMPARE(outcome.error->kind, ErrorKind::KeychainUnavailable);
    QVERIFY2(outcome.error->sentence.contains(sentence), outcome.told().constData());
    QVERIFY2(outcome.error->nextStep.contains(u"Start a keychain service"_s), outcome.told().constData());
    QVERIFY2(outcome.longestStall <= 100ms, outcome.told().constData());
    QCOMPARE(m_bench->namesOnDisk(), QStringList({u"subject"_s, u"bystander"_s}));
    QVERIFY(m_bench->isOnDisk(m_bench->subject()));
    QVERIFY(m_bench->isOnDisk(m_bench->bystander()));
    checkNothingOnDisk();
}

void TestKeyringAbsent::thisSessionOnly()
{
    Profile draft = profileDraft(KeyringBench::freshName());
    draft.sessionOnly = true;
    const Result<Profile> added = waitFor(m_bench->profiles().add(draft, keyOf(KeyringBench::freshKey())));
    QVERIFY(added);
    const Result<Secret> key = waitFor(m_bench->profiles().apiKey(added->id));
    QVERIFY(key);
    QCOMPARE(key->reveal(), KeyringBench::freshKey());
    checkNothingOnDisk();
    QVERIFY(waitFor(m_bench->profiles().remove(added->id)));
    QVERIFY(!m_bench->profiles().find(added->id));
    QCOMPARE(m_bench->namesOnDisk(), QStringList({u"subject"_s, u"bystander"_s}));
}

void TestKeyringAbsent::removedOnThePersonsWord()
{
    QVERIFY(!waitFor(m_bench->profiles().remove(m_bench->subject().id)));
    QVERIFY(waitFor(m_bench->profiles().removeWithoutSecrets(m_bench->subject().id)));
    QCOMPARE(m_bench->namesOnDisk(), QStringList{u"bystander"_s});
}

void TestKeyringAbsent::checkNothingOnDisk()
{
    const QList<Canary> canaries{{u"fresh key"_s, KeyringBench::freshKey()}};
    QCOMPARE(findCanaries(canaries, QDir::homePath()), QStringList());
    QCOMPARE(findCanaries(canaries, m_bench->folder()), QStringList());
}

ACX_TEST_MAIN(TestKeyringAbsent)
#include "test_keyring_absent.moc"
