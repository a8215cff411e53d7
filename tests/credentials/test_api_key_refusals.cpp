// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/credentials/key_texts.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

/// What is no key or client, and how that is told without a word of its content.
class TestApiKeyRefusals final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void refusals_data();
    void refusals();
    void jsonPlaces_data();
    void jsonPlaces();
    void strayCharacters_data();
    void strayCharacters();
    void wrongTypesAreNamed_data();
    void wrongTypesAreNamed();
    void unimportantWrongTypesWarn();
    void hugeTextIsRefused();
    void clientRefusals_data();
    void clientRefusals();
};

void TestApiKeyRefusals::refusals_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &sentence) {
        QTest::newRow(name) << bytes << sentence;
    };
    const QString idSentence = u"ID of an API key"_s;
    row("empty", ""_ba, u"empty"_s);
    row("blank", " \n\t\r\n "_ba, u"white space"_s);
    row("only a mark", "\xEF\xBB\xBF"_ba, u"white space"_s);
    row("binary",
        QByteArray("\x7F"
                   "ELF\x01\x02\x00\x00\x00\x03\x04\x05\x06",
                   14),
        u"binary"_s);
    row("Latin-1", "FAKE-K\xFC\xFC-KEY"_ba, u"UTF-8"_s);
    row("odd UTF-16",
        QByteArray("\xFF\xFE"
                   "a\0b",
                   5),
        u"UTF-16"_s);
    row("NUL in a bare key", QByteArray("FAKE-KEY\0FAKE-KEY", 17), u"NUL"_s);
    row("NUL in JSON", R"({"apikey": "FAKE\u0000KEY"})"_ba, u"NUL"_s);
    row("key id", "ApiKey-01234567-89ab-cdef-0123-456789abcdef"_ba, idSentence);
    row("key id in JSON", R"({"apikey": "ApiKey-01234567-89ab-cdef-0123-456789abcdef"})"_ba, idSentence);
    row("token", "eyJGQUtF.eyJGQUtF.c2ln"_ba, u"bearer token"_s);
    row("token with scheme", "Bearer eyJGQUtF.eyJGQUtF.c2ln\n"_ba, u"bearer token"_s);
    row("empty apikey", R"({"name": "x", "apikey": "  "})"_ba, u"empty"_s);
    row("toolkit credentials",
        R"({"cloud_id": "0", "toolkit": {"endpoint": "https://e", "client_id": "FAKE", "client_secret": "FAKE"},
            "consumer_toolkit": {"endpoint": "https://e", "client_id": "FAKE", "client_secret": "FAKE"}})"_ba,
        u"client ID"_s);
    row("toolkit token cache", R"({"host.example.com": {"access_token": "FAKE", "refresh_token": "FAKE"}})"_ba,
        u"tokens"_s);
    row("token answer", R"({"access_token": "FAKE", "token_type": "Bearer"})"_ba, u"tokens"_s);
    row("record without key", R"({"id": "ApiKey-0", "entity_tag": "1", "iam_id": "IBMid-FAKE", "name": "k"})"_ba,
        u"description of an API key"_s);
    row("old record without key", R"({"metadata": {"uuid": "ApiKey-0"}, "entity": {"name": "FAKE"}})"_ba,
        u"description of an API key"_s);
    row("list of records", R"({"offset": 0, "apikeys": [{"id": "ApiKey-0"}]})"_ba, u"description of an API key"_s);
    row("labels without key", "Name         FAKE\nDescription  x\nCreated At   2024-01-02T03:04+0000\n"_ba,
        u"description of an API key"_s);
    row("other JSON", R"({"name": "FAKE"})"_ba, u"no member apikey"_s);
    row("empty object", "{}"_ba, u"no member apikey"_s);
    row("list", R"([{"apikey": "FAKE"}])"_ba, u"no object"_s);
    row("several lines", "FAKE-KEY\nFAKE-KEY\n"_ba, u"several lines"_s);
    row("two different keys", R"({"apikey": "FAKE1", "apiKey": "FAKE2"})"_ba, u"two different"_s);
    row("the same member twice", R"({"apikey": "FAKE1", "apikey": "FAKE2"})"_ba, u"two different"_s);
}

void TestApiKeyRefusals::refusals()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sentence);
    compareRefusal(ApiKeyFile::readBytes(bytes), sentence);
}

void TestApiKeyRefusals::jsonPlaces_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("missing comma") << "{\n  \"name\": \"x\"\n  \"apikey\": \"FAKE\"\n}"_ba << u"line 3, column 3"_s;
    QTest::newRow("single quotes") << "{'apikey': 'FAKE'}"_ba << u"line 1, column 2"_s;
    QTest::newRow("no quotes") << "{apikey:FAKE}"_ba << u"line 1, column 2"_s;
    QTest::newRow("trailing comma") << "{\"apikey\": \"FAKE\",}"_ba << u"line 1, column 19"_s;
    QTest::newRow("trailing text") << "{\"apikey\": \"FAKE\"}\nmore"_ba << u"line 2, column 1"_s;
    QTest::newRow("leading lines count") << "\n\n{\"apikey\" 1}"_ba << u"line 3, column 11"_s;
    QTest::newRow("cut in a value") << R"({"name": "x", "apikey": "FAKE)"_ba << u"cut off"_s;
    QTest::newRow("cut after a value") << R"({"name": "x", "apikey": "FAKE")"_ba << u"cut off"_s;
    QTest::newRow("cut in the first name") << "{\"nam"_ba << u"cut off"_s;
    QTest::newRow("only a brace") << "{"_ba << u"cut off"_s;
    QTest::newRow("cut console file") << console().first(40) << u"cut off"_s;
}

void TestApiKeyRefusals::jsonPlaces()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sentence);
    const auto found = ApiKeyFile::readBytes(bytes);
    compareRefusal(found, sentence);
    QVERIFY(found.error().sentence.contains(QRegularExpression(u"line \\d+, column \\d+"_s)));
}

void TestApiKeyRefusals::strayCharacters_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QStringList>("named");
    QTest::newRow("braces") << "{abc123}"_ba
                            << "{abc123}"_ba << QStringList{u"begins with {"_s, u"ends with }"_s};
    QTest::newRow("quotes") << "\"abc123\""_ba
                            << "\"abc123\""_ba << QStringList{u"begins with \""_s, u"ends with \""_s};
    QTest::newRow("both") << "{\"abc123\"}"_ba
                          << "{\"abc123\"}"_ba << QStringList{u"begins with {"_s, u"ends with }"_s};
    QTest::newRow("opening brace") << "{abc123"_ba
                                   << "{abc123"_ba << QStringList{u"begins with {"_s};
    QTest::newRow("closing brace") << "abc123}\n"_ba
                                   << "abc123}"_ba << QStringList{u"ends with }"_s};
    QTest::newRow("opening quote") << "\"abc123"_ba
                                   << "\"abc123"_ba << QStringList{u"begins with \""_s};
    QTest::newRow("closing quote") << "abc123\""_ba
                                   << "abc123\""_ba << QStringList{u"ends with \""_s};
    QTest::newRow("in JSON") << R"({"apikey": "{abc123}"})"_ba
                             << "{abc123}"_ba << QStringList{u"begins with {"_s, u"ends with }"_s};
    QTest::newRow("in a label") << "API Key   {abc123}"_ba
                                << "{abc123}"_ba << QStringList{u"begins with {"_s};
}

void TestApiKeyRefusals::strayCharacters()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, value);
    QFETCH(QStringList, named);
    const auto found = ApiKeyFile::readBytes(bytes);
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().message()));
    QCOMPARE(found->key.value.reveal(), value);
    QVERIFY(found->stop);
    QCOMPARE(found->stop->kind, ErrorKind::InvalidInput);
    QVERIFY(!found->stop->message().contains("abc123"_L1));
    for (const QString &part : std::as_const(named))
        QVERIFY2(found->stop->sentence.contains(part), qPrintable(found->stop->sentence));
}

void TestApiKeyRefusals::wrongTypesAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("member");
    QTest::newRow("number") << R"({"apikey": 12})"_ba << u"apikey"_s;
    QTest::newRow("null") << R"({"apiKey": null})"_ba << u"apiKey"_s;
    QTest::newRow("object") << R"({"apikey": {"value": "FAKE"}})"_ba << u"apikey"_s;
    QTest::newRow("list") << R"({"entity": {"apiKey": ["FAKE"]}})"_ba << u"apiKey"_s;
}

void TestApiKeyRefusals::wrongTypesAreNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, member);
    compareRefusal(ApiKeyFile::readBytes(json), u"member "_s + member + u" of"_s);
}

void TestApiKeyRefusals::unimportantWrongTypesWarn()
{
    const auto found =
        ApiKeyFile::readBytes(R"({"name": 5, "description": null, "createdAt": [], "apikey": ")" + goodKey + "\"}");
    QVERIFY(found);
    QCOMPARE(found->warnings.size(), 2);
    QVERIFY(found->warnings.at(0).contains("member name"_L1));
    QVERIFY(found->warnings.at(1).contains("member createdAt"_L1));
}

void TestApiKeyRefusals::hugeTextIsRefused()
{
    const auto found = ApiKeyFile::readBytes(QByteArray(ApiKeyFile::maximumSize + 1, 'x'));
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ErrorKind::TooLarge);
    QVERIFY(ApiKeyFile::readBytes(QByteArray(ApiKeyFile::maximumSize, 'x')).has_value());
}

void TestApiKeyRefusals::clientRefusals_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("key file") << console() << u"no client ID"_s;
    QTest::newRow("wrong id") << R"({"client_id": 1, "client_secret": "FAKE"})"_ba << u"client_id"_s;
    QTest::newRow("wrong secret") << R"({"client_id": "FAKE", "client_secret": []})"_ba << u"client_secret"_s;
    QTest::newRow("empty secret") << R"({"client_id": "FAKE", "client_secret": " "})"_ba << u"empty"_s;
    QTest::newRow("NUL") << R"({"client_id": "FAKE", "client_secret": "a\u0000b"})"_ba << u"NUL"_s;
    QTest::newRow("no JSON") << "client_id=FAKE"_ba << u"line 1, column 1"_s;
    QTest::newRow("list") << "[1]"_ba << u"no client ID"_s;
}

void TestApiKeyRefusals::clientRefusals()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, sentence);
    const auto client = ApiKeyFile::readClient(json);
    QVERIFY(!client);
    QCOMPARE(client.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(client.error().sentence.contains(sentence), qPrintable(client.error().sentence));
    QVERIFY(!client.error().message().contains("FAKE"_L1));
}

ACX_TEST_MAIN(TestApiKeyRefusals)
#include "test_api_key_refusals.moc"
