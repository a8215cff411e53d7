// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/api_key_file.h"
#include "tests/credentials/key_texts.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

QByteArray utf16(const QString &text, QStringConverter::Encoding order, bool withMark)
{
    QStringEncoder encoder(order, withMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(text);
}

} // namespace

/// What is read from the files that hold keys and clients.
class TestApiKeyFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void sources_data();
    void sources();
    void consoleFacts();
    void times_data();
    void times();
    void iamRecordFacts();
    void olderRecordFacts();
    void serviceIdIsNamed();
    void serviceCredentialsWarn();
    void labelledBlock();
    void encodings_data();
    void encodings();
    void everyOtherKeyIsTaken_data();
    void everyOtherKeyIsTaken();
    void whiteSpaceIsTrimmed();
    void formWarnings_data();
    void formWarnings();
    void clients_data();
    void clients();
};

void TestApiKeyFile::sources_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("source");
    const auto row = [](const char *name, const QByteArray &bytes, ApiKeySource source) {
        QTest::newRow(name) << bytes << static_cast<int>(source);
    };
    row("console", console(), ApiKeySource::ConsoleFile);
    row("console, CRLF", console().replace("\n", "\r\n"), ApiKeySource::ConsoleFile);
    row("console, extra members", console().replace("\"name\"", "\"extra\": [1, {\"a\": null}], \"name\""),
        ApiKeySource::ConsoleFile);
    row("older console", console().replace("\"apikey\"", "\"apiKey\""), ApiKeySource::OlderConsoleFile);
    row("command line",
        R"({"name":"k","description":"","boundTo":"crn:fake","createdAt":"2024-01-02T03:04+0000","apikey":")" +
            goodKey + "\"}",
        ApiKeySource::CommandLineFile);
    row("only the key", "{\"apikey\": \"" + goodKey + "\"}", ApiKeySource::CommandLineFile);
    row("IAM record",
        R"({"id":"ApiKey-00000000-0000-0000-0000-000000000000","entity_tag":"1","name":"k","apikey":")" + goodKey +
            "\"}",
        ApiKeySource::IamRecord);
    row("older IAM record", R"({"metadata":{"uuid":"x"},"entity":{"name":"k","apiKey":")" + goodKey + "\"}}",
        ApiKeySource::OlderIamRecord);
    row("service credentials",
        R"({"iam_apikey_id":"x","iam_serviceid_crn":"crn:v1::serviceid:ServiceId-1","apikey":")" + goodKey + "\"}",
        ApiKeySource::ServiceCredentials);
    row("wrapped service credentials",
        R"({"name":"cred","credentials":{"iam_apikey_name":"x","resource_instance_id":"y","apikey":")" + goodKey +
            "\"}}",
        ApiKeySource::ServiceCredentials);
    row("bare", goodKey, ApiKeySource::PlainText);
    row("bare with line end", goodKey + "\r\n", ApiKeySource::PlainText);
    row("labelled, one line", "API Key    " + goodKey, ApiKeySource::LabelledText);
}

void TestApiKeyFile::sources()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, source);
    const auto found = ApiKeyFile::readBytes(bytes);
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().message()));
    QCOMPARE(found->key.value.reveal(), goodKey);
    QCOMPARE(static_cast<int>(found->key.source), source);
    QVERIFY(!found->stop);
}

void TestApiKeyFile::consoleFacts()
{
    const auto found = ApiKeyFile::readBytes(console());
    QVERIFY(found);
    QCOMPARE(found->key.name, u"my-key"_s);
    QCOMPARE(found->key.description, u"for tests"_s);
    QCOMPARE(found->key.createdAt, QDateTime(QDate(2024, 1, 2), QTime(3, 4), Qt::UTC));
    QCOMPARE(found->warnings, QStringList());
    QVERIFY(found->key.owner == KeyOwner::Unknown);
}

void TestApiKeyFile::times_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QDateTime>("expected");
    const QDateTime moment(QDate(2024, 1, 2), QTime(3, 4), Qt::UTC);
    QTest::newRow("no seconds") << "2024-01-02T03:04+0000"_ba << moment;
    QTest::newRow("other offset") << "2024-01-02T08:34+0530"_ba << moment;
    QTest::newRow("milliseconds") << "2024-01-02T03:04:00.000+0000"_ba << moment;
    QTest::newRow("Z") << "2024-01-02T03:04Z"_ba << moment;
    QTest::newRow("nonsense") << "yesterday"_ba << QDateTime();
}

void TestApiKeyFile::times()
{
    QFETCH(QByteArray, text);
    QFETCH(QDateTime, expected);
    const auto found = ApiKeyFile::readBytes(console().replace("2024-01-02T03:04+0000", text));
    QVERIFY(found);
    QCOMPARE(found->key.createdAt.isValid(), expected.isValid());
    if (expected.isValid())
        QCOMPARE(found->key.createdAt, expected);
}

void TestApiKeyFile::iamRecordFacts()
{
    const auto found = ApiKeyFile::readBytes(
        R"({"id": "ApiKey-00000000-0000-0000-0000-000000000000", "entity_tag": "1-fake", "locked": false,
            "disabled": true, "created_at": "2024-01-02T03:04+0000", "name": "my-key", "description": "",
            "iam_id": "IBMid-fake", "account_id": "account", "apikey": ")" +
        goodKey + R"(", "history": [], "activity": {"authn_count": 1}})");
    QVERIFY(found);
    QCOMPARE(found->key.id, u"ApiKey-00000000-0000-0000-0000-000000000000"_s);
    QCOMPARE(found->key.ownerId, u"IBMid-fake"_s);
    QCOMPARE(found->key.accountId, u"account"_s);
    QVERIFY(found->key.owner == KeyOwner::User);
    QVERIFY(found->key.createdAt.isValid());
    QCOMPARE(found->warnings.size(), 1);
    QVERIFY(found->warnings.constFirst().contains("disabled"_L1));
}

void TestApiKeyFile::olderRecordFacts()
{
    const QByteArray oldKey = "FAKE+KEY/FOR+DOCUMENTATION/ONLY+0000000000=="_ba;
    const auto found = ApiKeyFile::readBytes(
        R"({"metadata": {"uuid": "ApiKey-00000000-0000-0000-0000-000000000000", "iamId": "IBMid-fake",
            "createdAt": "2017-01-02T03:04+0000"},
            "entity": {"boundTo": "crn:fake", "name": "my-key", "description": "old", "format": "APIKEY", "apiKey": ")" +
        oldKey + R"("}})");
    QVERIFY(found);
    QCOMPARE(found->key.value.reveal(), oldKey);
    QCOMPARE(found->key.name, u"my-key"_s);
    QCOMPARE(found->key.description, u"old"_s);
    QCOMPARE(found->key.ownerId, u"IBMid-fake"_s);
    QCOMPARE(found->key.createdAt.date().year(), 2017);
}

void TestApiKeyFile::serviceIdIsNamed()
{
    for (const QByteArray &owner :
         {R"("iam_id": "iam-ServiceId-1")"_ba,
          R"("boundTo": "crn:v1:bluemix:public:iam-identity::a/x::serviceid:ServiceId-1")"_ba}) {
        const auto found = ApiKeyFile::readBytes("{" + owner + ", \"apikey\": \"" + goodKey + "\"}");
        QVERIFY(found);
        QVERIFY(found->key.owner == KeyOwner::ServiceId);
        QVERIFY(found->key.ownerId.endsWith("ServiceId-1"_L1));
        QCOMPARE(found->warnings.size(), 1);
        QVERIFY(found->warnings.constFirst().contains("service ID"_L1));
    }
}

void TestApiKeyFile::serviceCredentialsWarn()
{
    const auto found = ApiKeyFile::readBytes(
        R"({"apikey": ")" + goodKey +
        R"(", "iam_apikey_id": "ApiKey-1", "iam_apikey_name": "auto", "resource_instance_id": "crn:fake"})");
    QVERIFY(found);
    QVERIFY(found->key.owner == KeyOwner::ServiceId);
    QCOMPARE(found->key.name, u"auto"_s);
    QCOMPARE(found->key.id, u"ApiKey-1"_s);
    QCOMPARE(found->warnings.size(), 1);
    QVERIFY(found->warnings.constFirst().contains("service credentials"_L1));
    QVERIFY(!found->stop);
}

void TestApiKeyFile::labelledBlock()
{
    const auto found =
        ApiKeyFile::readBytes("Creating API key my-key under fake as a@example.com...\nOK\n"
                              "API key my-key was created\n\n"
                              "Please preserve the API key! It cannot be retrieved after it's created.\n\n"
                              "ID            ApiKey-00000000-0000-0000-0000-000000000000\n"
                              "Name          my-key\n"
                              "Description   for tests\n"
                              "Created At    2024-01-02T03:04+0000\n"
                              "API Key       " +
                              goodKey + "\nLocked        false\n");
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().message()));
    QCOMPARE(found->key.value.reveal(), goodKey);
    QCOMPARE(found->key.name, u"my-key"_s);
    QCOMPARE(found->key.description, u"for tests"_s);
    QCOMPARE(found->key.id, u"ApiKey-00000000-0000-0000-0000-000000000000"_s);
    QVERIFY(found->key.createdAt.isValid());
    QVERIFY(found->key.source == ApiKeySource::LabelledText);
}

void TestApiKeyFile::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString json = QString::fromUtf8(console()).replace("for tests"_L1, "für Prüfungen"_L1);
    const QString bare = QString::fromLatin1(goodKey);
    const QList<QPair<QByteArray, QString>> texts{{"json"_ba, json}, {"bare"_ba, bare}};
    for (const auto &[name, text] : texts) {
        QTest::addRow("%s%s", name.constData(), ", UTF-8") << text.toUtf8();
        QTest::addRow("%s%s", name.constData(), ", UTF-8 with mark") << "\xEF\xBB\xBF" + text.toUtf8();
        QTest::addRow("%s%s", name.constData(), ", UTF-16 LE with mark")
            << utf16(text, QStringConverter::Utf16LE, true);
        QTest::addRow("%s%s", name.constData(), ", UTF-16 BE with mark")
            << utf16(text, QStringConverter::Utf16BE, true);
        QTest::addRow("%s%s", name.constData(), ", UTF-16 LE") << utf16(text, QStringConverter::Utf16LE, false);
        QTest::addRow("%s%s", name.constData(), ", UTF-16 BE") << utf16(text, QStringConverter::Utf16BE, false);
    }
}

void TestApiKeyFile::encodings()
{
    QFETCH(QByteArray, bytes);
    const auto found = ApiKeyFile::readBytes(bytes);
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().message()));
    QCOMPARE(found->key.value.reveal(), goodKey);
    QCOMPARE(found->warnings, QStringList());
}

void TestApiKeyFile::everyOtherKeyIsTaken_data()
{
    QTest::addColumn<QByteArray>("key");
    for (const char *key :
         {"-starts-with-a-hyphen", "--help", "a", "a+b/c=d&e%41f", "with inner blanks", "[abc]", "}x{", "a\"b", "a{b}c",
          "'quoted'", "schlüssel-ß-日本", "@file", "null", "12345", "<tag>", "\\u0041"})
        QTest::newRow(key) << QByteArray(key);
    QByteArray printable;
    for (char c = '!'; c <= '~'; ++c)
        printable.append(c);
    QTest::newRow("every printable character") << printable;
    QTest::newRow("3,000 characters") << QByteArray(3000, 'x');
}

void TestApiKeyFile::everyOtherKeyIsTaken()
{
    QFETCH(QByteArray, key);
    const auto found = ApiKeyFile::readBytes(key);
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().message()));
    QCOMPARE(found->key.value.reveal(), key);
    QVERIFY(!found->stop);
    QCOMPARE(found->warnings.size(), 1);
}

void TestApiKeyFile::whiteSpaceIsTrimmed()
{
    const QByteArray zeroWidth = QString(QChar(0x200B)).toUtf8();
    for (const QByteArray &text : {" \t" + goodKey + " \r\n\n", zeroWidth + goodKey + QString(QChar(0xA0)).toUtf8(),
                                   console(" " + goodKey + "\\n")}) {
        const auto found = ApiKeyFile::readBytes(text);
        QVERIFY(found);
        QCOMPARE(found->key.value.reveal(), goodKey);
        QCOMPARE(found->warnings, QStringList());
    }
}

void TestApiKeyFile::formWarnings_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("warning");
    QTest::newRow("classic") << QByteArray(64, 'a') << u"classic infrastructure"_s;
    QTest::newRow("short") << "abc"_ba << u"3 characters"_s;
    QTest::newRow("blank") << "abc def"_ba << u"blanks"_s;
    QTest::newRow("non-ASCII") << "schlüssel"_ba << u"plain ASCII"_s;
}

void TestApiKeyFile::formWarnings()
{
    QFETCH(QByteArray, key);
    QFETCH(QString, warning);
    const auto found = ApiKeyFile::readBytes(key);
    QVERIFY(found);
    QCOMPARE(found->warnings.size(), 1);
    QVERIFY2(found->warnings.constFirst().contains(warning), qPrintable(found->warnings.constFirst()));
}

void TestApiKeyFile::clients_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("endpoint");
    QTest::newRow("plain") << R"({"client_id": " the-id ", "client_secret": "the-secret\n"})"_ba << QString();
    QTest::newRow("other spelling") << R"({"clientId": "the-id", "clientSecret": "the-secret"})"_ba << QString();
    QTest::newRow("toolkit")
        << R"({"cloud_id": "0", "consumer_toolkit": {"endpoint": "https://c", "client_id": "other", "client_secret": "other"},
              "toolkit": {"endpoint": "https://p/api", "client_id": "the-id", "client_secret": "the-secret"}})"_ba
        << u"https://p/api"_s;
}

void TestApiKeyFile::clients()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, endpoint);
    const auto client = ApiKeyFile::readClient(json);
    QVERIFY2(client.has_value(), client ? "" : qPrintable(client.error().message()));
    QCOMPARE(client->clientId, u"the-id"_s);
    QCOMPARE(client->clientSecret.reveal(), "the-secret"_ba);
    QCOMPARE(client->endpoint, endpoint);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"credentials.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(json);
    file.close();
    QVERIFY(ApiKeyFile::readClientFile(file.fileName()) == client);
}

ACX_TEST_MAIN(TestApiKeyFile)
#include "test_api_key_file.moc"
