// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/app_info.h"
#include "app/base/clock.h"
#include "app/credentials/keychain_store.h"
#include "app/explorer/definition_library.h"
#include "app/http/http_client.h"
#include "tests/explorer/definition_texts.h"
#include "tests/support/keyring.h"
#include "tests/support/searched_folder.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

/// The client secret of an opened definition lies in the keyring and in no file, and goes with the definition.
class TestDefinitionKeyring final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void liesInTheKeyringAlone();
    void staysWhenItCannotBeRemoved();

private:
    [[nodiscard]] std::unique_ptr<DefinitionLibrary> library()
    {
        return std::make_unique<DefinitionLibrary>(
            m_home->filePath(u"definitions"_s),
            DefinitionLibrary::Parts{*m_http, *m_store, m_clock, [](const AnswerSource &, const OpenOptions &) {
                                         return ready<ResponseBody>(fail(ErrorKind::Unsupported, u"none"_s));
                                     }});
    }
    static QString entry(const QString &id, const QString &part = u"client-secret"_s)
    {
        return QLatin1StringView(applicationId) + u"/definition/%1/%2"_s.arg(id, part);
    }

    SystemClock m_clock;
    Keyring m_keyring;
    std::unique_ptr<SearchedFolder> m_home;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<KeychainStore> m_store;
};

void TestDefinitionKeyring::init()
{
    if (!Keyring::isPrivate())
        QSKIP("Runs in tests/support/with_keyring.sh only.");
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    QVERIFY(m_keyring.unlock());
    m_home = std::make_unique<SearchedFolder>();
    m_http = std::make_unique<HttpClient>(m_clock);
    m_store = std::make_unique<KeychainStore>();
}

void TestDefinitionKeyring::liesInTheKeyringAlone()
{
    const QByteArray secret = "a-Client-Secret-7391";
    const QByteArray clientId = "a-Client-Id-5520";
    const auto first = library();
    const QString id = waitFor(first->openText(definition("Things", "/a", securedWithClient()))).value();
    const int before = m_keyring.countItems();
    const QString origin = clientOriginOf(first->find(id).value());
    const Status kept = waitFor(first->setClient(id, origin, QString::fromUtf8(clientId), Secret(secret)));
    QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().message()));
    QCOMPARE(m_keyring.secretOf(entry(id)), secret);
    QCOMPARE(m_keyring.secretOf(entry(id, u"client-id"_s)), clientId);
    QCOMPARE(m_keyring.countItems(), before + 2);
    QDirIterator files(m_home->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int looked = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains(secret) && !bytes.contains(clientId), qPrintable(file.fileName()));
        ++looked;
    }
    QVERIFY(looked >= 2);
    // Another start of the program.
    const auto later = library();
    QCOMPARE(waitFor(later->headersFor(id))->headers, (HttpHeaders{{"X-Id"_ba, clientId}}));
    QCOMPARE(waitFor(later->headersFor(id))->secretHeaders.value(0).second, Secret(secret));
    QVERIFY(waitFor(later->remove(id)));
    QCOMPARE(m_keyring.countItems(entry(id)), 0);
    QCOMPARE(m_keyring.countItems(), before);
    QVERIFY(library()->list().isEmpty());
}

void TestDefinitionKeyring::staysWhenItCannotBeRemoved()
{
    const auto first = library();
    const QString id = waitFor(first->openText(definition("Things"))).value();
    const QString origin = clientOriginOf(first->find(id).value());
    QVERIFY(waitFor(first->setClient(id, origin, u"one"_s, Secret("two"))));
    QVERIFY(m_keyring.stop());
    const Status hanging = waitFor(first->remove(id));
    QVERIFY(m_keyring.resume());
    QVERIFY(!hanging);
    QCOMPARE(hanging.error().kind, ErrorKind::KeychainTimeout);
    QVERIFY(library()->find(id));
    QVERIFY(waitFor(first->remove(id)));
    QCOMPARE(m_keyring.countItems(entry(id)), 0);
}

ACX_TEST_MAIN(TestDefinitionKeyring)
#include "test_definition_keyring.moc"
