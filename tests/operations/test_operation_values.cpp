// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/operation_values.h"
#include "app/operations/shipped_catalogs.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

Operation example()
{
    Operation operation;
    operation.id = u"example"_s;
    operation.path = u"/orgs/{org}/things/{name}:{version}"_s;
    const auto parameter = [](const QString &name, ParameterPlace place, bool required, const QString &type) {
        OperationParameter made;
        made.name = name;
        made.place = place;
        made.required = required;
        made.type = type;
        return made;
    };
    operation.parameters = {parameter(u"org"_s, ParameterPlace::Path, true, u"string"_s),
                            parameter(u"name"_s, ParameterPlace::Path, true, u"string"_s),
                            parameter(u"version"_s, ParameterPlace::Path, true, u"string"_s),
                            parameter(u"fields"_s, ParameterPlace::Query, false, u"array"_s),
                            parameter(u"states"_s, ParameterPlace::Query, false, u"array"_s),
                            parameter(u"kind"_s, ParameterPlace::Query, false, u"string"_s),
                            parameter(u"X-Context"_s, ParameterPlace::Header, false, u"string"_s)};
    operation.parameters[4].exploded = false;
    operation.parameters[5].choices = {u"a"_s, u"b"_s};
    OperationBody body;
    body.required = true;
    body.shapes = {{u"application/json"_s,
                    R"({"type":"object","required":["title"],"properties":{"title":{"type":"string"},)"
                    R"("name":{"type":"string"},"count":{"type":"integer"},"tags":{"type":"array"}}})",
                    {},
                    {},
                    {}}};
    operation.body = body;
    operation.responses = {{u"404"_s, {}, {u"text/plain"_s}}, {u"2XX"_s, {}, {u"application/x"_s}}};
    return operation;
}

QList<NamedValue> valuesOf(const QString &text)
{
    QList<NamedValue> values;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words)
        values.append({word.section(u'=', 0, 0), word.section(u'=', 1)});
    return values;
}

} // namespace

class TestOperationValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void everyPlaceIsFilled()
    {
        const auto filled = fillOperation(
            example(), valuesOf(u"org=a/b path:name=é?# version=1.0.0 title=12 body:name=n count=1e400 tags=x tags=2 "
                                "fields=a&b fields=c states=d states=e,f kind=b X-Context=acme.sandbox"_s));
        QVERIFY2(filled, filled ? "" : qPrintable(filled.error().sentence));
        QCOMPARE(filled->target,
                 u"/orgs/a%2Fb/things/%C3%A9%3F%23:1.0.0?fields=a%26b&fields=c&states=d,e%2Cf&kind=b"_s);
        QCOMPARE(filled->headers.size(), 1);
        QCOMPARE(filled->headers.constFirst().second, "acme.sandbox"_ba);
        QCOMPARE(*filled->body, "{\"title\":\"12\",\"name\":\"n\",\"count\":1e400,\"tags\":[\"x\",2]}"_ba);
        QCOMPARE(filled->bodyType, u"application/json"_s);
        QCOMPARE(filled->accept, u"application/x"_s);
    }

    void reservedCharactersStayWhereTheDocumentAllowsThem()
    {
        Operation operation = example();
        operation.parameters[5].reserved = true;
        operation.parameters[5].choices.clear();
        const auto filled =
            fillOperation(operation, valuesOf(u"org=o path:name=n version=1 title=t kind=a/b:c?d&e#f"_s));
        QVERIFY2(filled, filled ? "" : qPrintable(filled.error().sentence));
        QCOMPARE(filled->target, u"/orgs/o/things/n:1?kind=a/b:c?d%26e%23f"_s);
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("values");
        QTest::addColumn<QString>("told");
        const QString sound = u"org=o path:name=n version=1 title=t "_s;
        QTest::newRow("missing in the path") << u"path:name=n version=1 title=t"_s << u"needs “org”"_s;
        QTest::newRow("missing in the body") << u"org=o path:name=n version=1"_s << u"needs “title”"_s;
        QTest::newRow("unknown") << sound + u"nothing=1"_s << u"has no parameter “nothing”"_s;
        QTest::newRow("case") << sound + u"ORG=1"_s << u"has no parameter “ORG”"_s;
        QTest::newRow("place that it is not in") << sound + u"query:org=1"_s << u"has no parameter “query:org”"_s;
        QTest::newRow("ambiguous") << sound + u"name=x"_s << u"“name” stands for more than one"_s;
        QTest::newRow("twice") << sound + u"org=p"_s << u"“org” is given twice"_s;
        QTest::newRow("no choice") << sound + u"kind=c"_s << u"“c” is no value of the parameter “kind”"_s;
        QTest::newRow("empty in the path") << u"org= path:name=n version=1 title=t"_s << u"cannot stand in a path"_s;
        QTest::newRow("parent in the path") << u"org=.. path:name=n version=1 title=t"_s << u"cannot stand"_s;
        QTest::newRow("no number") << sound + u"count=many"_s << u"“many” is no value of type integer"_s;
    }
    void refusals()
    {
        QFETCH(QString, values);
        QFETCH(QString, told);
        const auto filled = fillOperation(example(), valuesOf(values));
        QVERIFY(!filled);
        QCOMPARE(filled.error().kind, ErrorKind::InvalidInput);
        QVERIFY2(filled.error().sentence.contains(told), qPrintable(filled.error().sentence));
        if (told.contains(u"more than one"_s))
            QVERIFY(filled.error().nextStep.contains(u"path:name, body:name"_s));
    }

    void aBodyFromElsewhere()
    {
        const auto filled = fillOperation(example(), valuesOf(u"org=o name=n version=1"_s), true);
        QVERIFY(filled && !filled->body && filled->bodyType.isEmpty());
        Operation form = example();
        form.body->shapes[0].mediaType = u"multipart/form-data"_s;
        QVERIFY(!fillOperation(form, valuesOf(u"org=o name=n version=1"_s)));
        QVERIFY(fillOperation(form, valuesOf(u"org=o name=n version=1"_s), true));
    }

    void everyShippedOperationCanBeFilled()
    {
        const auto catalog = loadCatalogFor(DeploymentKind::Sandbox);
        QVERIFY(catalog);
        for (const OperationEntry &entry : catalog->operations()) {
            const Result<Operation> operation = OperationCatalog::read(entry);
            QVERIFY(operation);
            QList<NamedValue> values;
            for (const OperationParameter &parameter : operation->parameters)
                values.append({parameter.name, parameter.choices.isEmpty() ? u"x"_s : parameter.choices.constFirst()});
            const auto filled = fillOperation(*operation, values, true);
            QVERIFY2(filled, filled ? "" : qPrintable(filled.error().sentence));
            QVERIFY2(!filled->target.contains(u'{'), qPrintable(filled->target));
        }
    }
};

ACX_TEST_MAIN(TestOperationValues)
#include "test_operation_values.moc"
