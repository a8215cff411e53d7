// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Processes that were started with this text in their environment.
int processesWith(const QByteArray &text)
{
    int found = 0;
    const QStringList pids = QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs);
    for (const QString &pid : pids) {
        QFile environment(u"/proc/%1/environ"_s.arg(pid));
        if (environment.open(QIODevice::ReadOnly) && environment.readAll().contains(text))
            ++found;
    }
    return found;
}

} // namespace

/// tests/support/with_keyring.sh leaves nothing behind, however it ends.
class TestWithKeyring final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void leavesNothing_data();
    void leavesNothing();
    void wrongUse();

private:
    QString m_script = qEnvironmentVariable("ACX_SOURCE_DIR") + u"/tests/support/with_keyring.sh"_s;
};

void TestWithKeyring::leavesNothing_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<bool>("isKilled");
    QTest::addColumn<int>("status");
    QTest::newRow("success") << u"echo $ACX_KEYRING_DIR"_s << false << 0;
    QTest::newRow("failure") << u"echo $ACX_KEYRING_DIR; exit 7"_s << false << 7;
    QTest::newRow("child left behind") << u"echo $ACX_KEYRING_DIR; sleep 1000 > /dev/null 2>&1 & exit 3"_s << false
                                       << 3;
    QTest::newRow("killed") << u"echo $ACX_KEYRING_DIR; sleep 1000"_s << true << 0;
}

void TestWithKeyring::leavesNothing()
{
    QFETCH(QString, command);
    QFETCH(bool, isKilled);
    QFETCH(int, status);
    QProcess script;
    script.start(m_script, {u"sh"_s, u"-c"_s, command});
    QTRY_VERIFY_WITH_TIMEOUT(script.canReadLine(), 30'000);
    const QByteArray folder = script.readLine().trimmed();
    QVERIFY(folder.contains("acx-keyring."));
    if (isKilled)
        script.kill();
    QTRY_COMPARE_WITH_TIMEOUT(script.state(), QProcess::NotRunning, 30'000);
    if (!isKilled)
        QCOMPARE(script.exitCode(), status);
    QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(QFile::decodeName(folder)), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(processesWith("ACX_KEYRING_DIR=" + folder), 0, 30'000);
}

void TestWithKeyring::wrongUse()
{
    QProcess script;
    script.start(m_script, {});
    QTRY_COMPARE_WITH_TIMEOUT(script.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(script.exitCode(), 2);
    QVERIFY(script.readAllStandardError().contains("usage"));
}

ACX_TEST_MAIN(TestWithKeyring)
#include "test_with_keyring.moc"
