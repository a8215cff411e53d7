// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/acx_runner.h"
#include "tests/support/keyring.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace acx;

/// The whole way of a stored key: import, token, call, remove, with a real keyring and the sandbox as a process of its
/// own. HOME is the private folder of tests/support/with_keyring.sh.
class TestAcxKeyring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!Keyring::isPrivate())
            QFAIL("Run this test through tests/support/with_keyring.sh.");
        m_acx.environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
        m_acx.workingFolder = m_folder.path();
        m_sandbox = std::make_unique<SandboxRun>(QStringList{u"--tls"_s});
        QVERIFY(!m_sandbox->info().caCertificate.isEmpty());
        m_acx.environment.insert(u"SSL_CERT_FILE"_s, m_sandbox->info().caCertificate);
        m_key = m_sandbox->info().apiKey.reveal();
        m_key.detach();
        writeKeyFile();
    }
    void cleanupTestCase() { m_sandbox.reset(); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void aKeyIsImportedUsedAndRemoved()
    {
        const AcxRun import = importAs(u"work"_s);
        QVERIFY2(import.exitCode == 0, import.told().constData());
        QVERIFY2(import.err.contains("--delete-file"), import.told().constData());
        QVERIFY(QFile::exists(m_folder.filePath(u"apikey.json"_s)));

        const AcxRun profiles = m_acx.run({u"profiles"_s, u"--json"_s});
        QCOMPARE(profiles.json().array().size(), 1);
        QCOMPARE(profiles.json()[0][u"name"_s].toString(), u"work"_s);
        QCOMPARE(profiles.json()[0][u"api_url"_s].toString(), m_sandbox->info().endpoints.api.toString());

        // The only profile is taken without being named.
        const AcxRun token = m_acx.run({u"token"_s});
        QVERIFY2(token.exitCode == 0 && token.out.startsWith("ey"), token.told().constData());
        for (const QString &path : {u"/v1/me"_s, u"/api/orgs"_s}) {
            const AcxRun call = m_acx.run({u"call"_s, u"GET"_s, path, u"--profile"_s, u"work"_s});
            QVERIFY2(call.exitCode == 0 && call.json().isObject(), call.told().constData());
        }
        QCOMPARE(secretsOutsideTheKeyring(token.out.trimmed()), QStringList());

        const AcxRun remove = m_acx.run({u"remove"_s, u"work"_s});
        QVERIFY2(remove.exitCode == 0, remove.told().constData());
        QCOMPARE(m_acx.run({u"profiles"_s, u"--json"_s}).json().array().size(), 0);
        QCOMPARE(m_acx.run({u"token"_s}).exitCode, 2);
        QCOMPARE(secretsOutsideTheKeyring(token.out.trimmed()), QStringList());
    }

    void aReadOnlyProfileStaysSo()
    {
        QVERIFY(importAs(u"work"_s, {u"--read-only"_s}).exitCode == 0);
        QCOMPARE(m_acx.run({u"profiles"_s, u"--json"_s}).json()[0][u"read_only"_s].toBool(), true);
        const AcxRun write = m_acx.run({u"call"_s, u"POST"_s, u"/v1/orgs"_s});
        QVERIFY2(write.exitCode == 2 && write.err.contains("read-only"), write.told().constData());
        const AcxRun read = m_acx.run({u"call"_s, u"GET"_s, u"/v1/me"_s});
        QVERIFY2(read.exitCode == 0, read.told().constData());
        QCOMPARE(m_acx.run({u"remove"_s, u"work"_s}).exitCode, 0);
    }

    void aProfileIsMadeReadOnlyAndBack()
    {
        QVERIFY(importAs(u"work"_s).exitCode == 0);
        const auto writes = [this] { return m_acx.run({u"call"_s, u"POST"_s, u"/v1/none"_s, u"-d"_s, u"{}"_s}); };
        QVERIFY2(writes().exitCode == 1, "the sandbox is asked and says no");
        const AcxRun shown = m_acx.run({u"profile"_s, u"work"_s, u"--json"_s});
        QCOMPARE(shown.json()[u"name"_s].toString(), u"work"_s);
        QCOMPARE(shown.json()[u"read_only"_s].toBool(), false);

        QVERIFY(m_keyring.lock()); // no secret is needed for it
        const AcxRun closed = m_acx.run({u"profile"_s, u"work"_s, u"--read-only"_s});
        QVERIFY2(closed.exitCode == 0 && closed.out.contains("read-only"), closed.told().constData());
        const AcxRun refused = writes();
        QVERIFY2(refused.exitCode == 2 && refused.err.contains("read-only"), refused.told().constData());
        // It is only looked at, so it stays.
        QVERIFY(m_acx.run({u"profile"_s, u"work"_s}).out.contains("read-only"));
        QCOMPARE(m_acx.run({u"profiles"_s, u"--json"_s}).json()[0][u"read_only"_s].toBool(), true);
        const AcxRun open = m_acx.run({u"profile"_s, u"work"_s, u"--read-write"_s, u"--json"_s});
        QCOMPARE(open.json()[u"read_only"_s].toBool(true), false);
        QVERIFY(m_keyring.unlock());
        QVERIFY2(writes().exitCode == 1, "the sandbox is asked again");

        // Neither a similar name nor both wishes at a time change anything.
        QCOMPARE(m_acx.run({u"profile"_s, u"WORK"_s, u"--read-only"_s}).exitCode, 2);
        QCOMPARE(m_acx.run({u"profile"_s, u"work"_s, u"--read-only"_s, u"--read-write"_s}).exitCode, 2);
        QCOMPARE(m_acx.run({u"profiles"_s, u"--json"_s}).json()[0][u"read_only"_s].toBool(), false);
        QCOMPARE(m_acx.run({u"remove"_s, u"work"_s}).exitCode, 0);
    }

    void noOptionSendsAStoredKeyElsewhere_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("api host") << QStringList{u"--api-host"_s, u"https://other.example.com"_s};
        QTest::newRow("IAM") << QStringList{u"--iam-url"_s, u"https://other.example.com"_s};
        QTest::newRow("login") << QStringList{u"--login-url"_s, u"https://other.example.com"_s};
        QTest::newRow("platform") << QStringList{u"--platform-url"_s, u"https://other.example.com"_s};
        QTest::newRow("deployment") << QStringList{u"--deployment"_s, u"v5"_s};
        QTest::newRow("region") << QStringList{u"--region"_s, u"us-south"_s};
    }
    void noOptionSendsAStoredKeyElsewhere()
    {
        QFETCH(QStringList, options);
        QVERIFY(importAs(u"work"_s).exitCode == 0);
        for (const QStringList &command :
             {QStringList{u"token"_s}, QStringList{u"token"_s, u"--profile"_s, u"work"_s},
              QStringList{u"call"_s, u"GET"_s, u"/v1/me"_s},
              QStringList{u"call"_s, u"GET"_s, u"/v1/me"_s, u"--profile"_s, u"work"_s, u"--no-token"_s}}) {
            const AcxRun run = m_acx.run(command + options);
            QVERIFY2(run.exitCode == 2 && run.out.isEmpty(), run.told().constData());
        }
        QCOMPARE(m_acx.run({u"remove"_s, u"work"_s}).exitCode, 0);
    }

    void severalProfilesWantAChoice()
    {
        QVERIFY(importAs(u"one"_s).exitCode == 0);
        const AcxRun same = importAs(u"two"_s);
        QVERIFY2(same.exitCode == 0 && same.err.contains("“one”"), same.told().constData());
        const AcxRun none = m_acx.run({u"token"_s});
        QVERIFY2(none.exitCode == 2 && none.err.contains("“one”") && none.err.contains("“two”"),
                 none.told().constData());
        QCOMPARE(m_acx.run({u"token"_s, u"--profile"_s, u"two"_s}).exitCode, 0);
        const AcxRun again = importAs(u"two"_s);
        QVERIFY2(again.exitCode == 2, again.told().constData());
        QCOMPARE(m_acx.run({u"remove"_s, u"one"_s, u"--json"_s}).json()[u"removed"_s].toString(), u"one"_s);
        QCOMPARE(m_acx.run({u"remove"_s, u"two"_s}).exitCode, 0);
    }

    void theFileIsDeletedOnRequest()
    {
        QVERIFY(importAs(u"work"_s, {u"--delete-file"_s}).exitCode == 0);
        QVERIFY(!QFile::exists(m_folder.filePath(u"apikey.json"_s)));
        QCOMPARE(m_acx.run({u"token"_s}).exitCode, 0);
        QCOMPARE(m_acx.run({u"remove"_s, u"work"_s}).exitCode, 0);
        writeKeyFile();
    }

    void aClientsSecretGoesToTheKeychain()
    {
        const SandboxInfo &info = m_sandbox->info();
        const QByteArray secret = info.clientSecret.reveal();
        writeFile(m_folder.filePath(u"platform-key"_s), info.platformApiKey.reveal());
        writeFile(m_folder.filePath(u"client.json"_s),
                  "{\"client_id\":\"" + info.clientId.toUtf8() + "\",\"client_secret\":\"" + secret + "\"}");
        QVERIFY(m_acx.run(importArguments(u"work"_s, u"platform-key"_s)).exitCode == 0);
        const AcxRun first = m_acx.run({u"token"_s, u"--kind"_s, u"platform"_s, u"--client"_s, u"client.json"_s});
        QVERIFY2(first.exitCode == 0, first.told().constData());
        // The next run finds it without the option, and /api/… takes it.
        const AcxRun call = m_acx.run({u"call"_s, u"GET"_s, u"/api/orgs"_s});
        QVERIFY2(call.exitCode == 0, call.told().constData());
        QCOMPARE(filesOutsideTheKeyring(secret), QStringList());
        QCOMPARE(m_acx.run({u"remove"_s, u"work"_s}).exitCode, 0);
    }

    void aLockedKeyringIsTold()
    {
        QVERIFY(importAs(u"work"_s).exitCode == 0);
        QVERIFY(m_keyring.lock());
        const AcxRun token = m_acx.run({u"token"_s});
        QVERIFY2(token.exitCode == 3, token.told().constData());
        const AcxRun import = importAs(u"other"_s);
        QVERIFY2(import.exitCode == 3, import.told().constData());
        const AcxRun remove = m_acx.run({u"remove"_s, u"work"_s});
        QVERIFY2(remove.exitCode == 3, remove.told().constData());
        // What needs no key goes on, and the profile is still there.
        const AcxRun call = m_acx.run({u"call"_s, u"GET"_s, u"/v1/me"_s, u"--no-token"_s});
        QVERIFY2(call.exitCode == 1, call.told().constData());
        QCOMPARE(m_acx.run({u"profiles"_s, u"--json"_s}).json().array().size(), 1);
        const AcxRun forced = m_acx.run({u"remove"_s, u"work"_s, u"--force"_s});
        QVERIFY2(forced.exitCode == 0 && forced.err.contains("warning"), forced.told().constData());
        QCOMPARE(m_acx.run({u"profiles"_s, u"--json"_s}).json().array().size(), 0);
        QVERIFY(m_keyring.unlock());
    }

    void aHungKeyringIsTold()
    {
        QVERIFY(importAs(u"work"_s).exitCode == 0);
        QVERIFY(m_keyring.stop());
        const AcxRun token = m_acx.run({u"token"_s});
        // What needs no stored key does not notice.
        const AcxRun deployments = m_acx.run({u"deployments"_s});
        QVERIFY(m_keyring.resume());
        QVERIFY2(token.exitCode == 3, token.told().constData());
        QCOMPARE(deployments.exitCode, 0);
        QCOMPARE(m_acx.run({u"remove"_s, u"work"_s}).exitCode, 0);
    }

    void theDeploymentIsTrustedOnlyByItsCertificate()
    {
        QVERIFY(importAs(u"work"_s).exitCode == 0);
        AcxRunner untrusting = m_acx;
        untrusting.environment.remove(u"SSL_CERT_FILE"_s);
        const AcxRun run = untrusting.run({u"token"_s});
        QVERIFY2(run.exitCode == 4, run.told().constData());
        QVERIFY(!run.err.contains(m_key));
        QCOMPARE(m_acx.run({u"remove"_s, u"work"_s}).exitCode, 0);
    }

private:
    void writeKeyFile() const
    {
        writeFile(m_folder.filePath(u"apikey.json"_s),
                  "{\"name\":\"test\",\"createdAt\":\"2026-01-02T03:04+0000\",\"apikey\":\"" + m_key + "\"}");
    }

    [[nodiscard]] QStringList importArguments(const QString &name, const QString &file) const
    {
        return QStringList{u"import"_s, file, u"--name"_s, name, u"--deployment"_s, u"custom"_s} +
               m_sandbox->urlOptions();
    }

    [[nodiscard]] AcxRun importAs(const QString &name, const QStringList &more = {}) const
    {
        return m_acx.run(importArguments(name, u"apikey.json"_s) + more);
    }

    [[nodiscard]] static QStringList filesOutsideTheKeyring(const QByteArray &secret)
    {
        QStringList found = filesHolding(QDir::homePath(), secret);
        found.removeIf([](const QString &path) { return path.startsWith(Keyring::filesFolder()); });
        return found;
    }

    [[nodiscard]] QStringList secretsOutsideTheKeyring(const QByteArray &token) const
    {
        return filesOutsideTheKeyring(m_key) + filesOutsideTheKeyring(token);
    }

    QTemporaryDir m_folder;
    Keyring m_keyring;
    AcxRunner m_acx;
    std::unique_ptr<SandboxRun> m_sandbox;
    QByteArray m_key;
};

int main(int argc, char *argv[])
{
    ::umask(077);
    QCoreApplication app(argc, argv);
    TestAcxKeyring test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_acx_keyring.moc"
