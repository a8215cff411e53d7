// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/router.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx::sandbox;

class TestSandboxRouter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void finds_data();
    void finds();
    void tellsWhatAPathCanDo();
    void readsForms_data();
    void readsForms();
};

void TestSandboxRouter::finds_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("expected"); // template, then the parameters in the order of their names

    QTest::newRow("literal") << "/v1/apis/search"_ba
                             << "search"_ba;
    QTest::newRow("parameter") << "/v1/apis/other"_ba
                               << "one api=other"_ba;
    QTest::newRow("final slash") << "/v1/apis/"_ba
                                 << "all"_ba;
    QTest::newRow("mixture") << "/v1/products/a:1.0.0/replace"_ba
                             << "replace name=a version=1.0.0"_ba;
    QTest::newRow("encoded colon") << "/v1/products/a%3A1.0.0/replace"_ba
                                   << "replace name=a version=1.0.0"_ba;
    QTest::newRow("prefix") << "/v1/policies/p/v1.0.0"_ba
                            << "policy policy=p version=1.0.0"_ba;
    QTest::newRow("prefix missing") << "/v1/policies/p/1.0.0"_ba
                                    << ""_ba;
    QTest::newRow("encoded slash") << "/v1/apis/a%2Fb"_ba
                                   << "one api=a/b"_ba;
    QTest::newRow("encoded everything") << "/v1/apis/%3F%23%25%20%C3%A4"_ba
                                        << "one api=?#% ä"_ba;
    QTest::newRow("empty segment") << "/v1/apis//"_ba
                                   << ""_ba;
    QTest::newRow("empty name") << "/v1/products/:1.0.0/replace"_ba
                                << ""_ba;
    QTest::newRow("too long") << "/v1/apis/a/b/c"_ba
                              << ""_ba;
    QTest::newRow("root") << "/"_ba
                          << ""_ba;
    QTest::newRow("traversal") << "/v1/apis/../../etc/passwd"_ba
                               << ""_ba;
}

void TestSandboxRouter::finds()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, expected);
    Router router;
    const auto add = [&router](const QByteArray &pathTemplate, const QByteArray &name) {
        router.add("GET"_ba, pathTemplate, [name](const Call &call) {
            QByteArray text = name;
            QList<QByteArray> keys = call.parameters.keys();
            std::sort(keys.begin(), keys.end());
            for (const QByteArray &key : std::as_const(keys))
                text += ' ' + key + '=' + call.parameters.value(key);
            return bytesResponse("text/plain"_ba, text);
        });
    };
    add("/v1/apis/{api}"_ba, "one"_ba);
    add("/v1/apis/search"_ba, "search"_ba);
    add("/v1/apis"_ba, "all"_ba);
    add("/v1/products/{product}/{verb}"_ba, "any"_ba);
    add("/v1/products/{name}:{version}/replace"_ba, "replace"_ba);
    add("/v1/policies/{policy}/v{version}"_ba, "policy"_ba);

    const Router::Found found = router.find("GET"_ba, path);
    const Request request;
    QByteArray actual = found.handler ? (*found.handler)({request, found.parameters}).body : QByteArray();
    if (actual.startsWith("any")) // the looser template, where the stricter one does not fit
        actual.clear();
    QCOMPARE(actual, expected);
}

void TestSandboxRouter::tellsWhatAPathCanDo()
{
    Router router;
    const Handler handler = [](const Call &) { return emptyResponse(); };
    router.add("GET"_ba, "/a/{b}"_ba, handler);
    router.add("DELETE"_ba, "/a/{b}"_ba, handler);
    const Router::Found found = router.find("POST"_ba, "/a/1"_ba);
    QVERIFY(!found.handler);
    QCOMPARE(found.methods, (QList<QByteArray>{"GET"_ba, "DELETE"_ba}));
    QVERIFY(router.find("GET"_ba, "/b"_ba).methods.isEmpty());
}

void TestSandboxRouter::readsForms_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("plain") << "a=1&key=x"_ba
                           << "x"_ba;
    QTest::newRow("special") << "key=a%2Bb%2Fc%3Dd%26e%2541f"_ba
                             << "a+b/c=d&e%41f"_ba;
    QTest::newRow("plus is a space") << "key=a+b"_ba
                                     << "a b"_ba;
    QTest::newRow("not ASCII") << "key=%C3%A4%E2%82%AC"_ba
                               << "ä€"_ba;
    QTest::newRow("equals in the value") << "key=a=b"_ba
                                         << "a=b"_ba;
    QTest::newRow("no value") << "key"_ba
                              << ""_ba;
}

void TestSandboxRouter::readsForms()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, value);
    Request request;
    request.query = readForm(text);
    QVERIFY(request.hasQuery("key"));
    QCOMPARE(request.queryValue("key"), value);
}

ACX_TEST_MAIN(TestSandboxRouter)
#include "test_sandbox_router.moc"
