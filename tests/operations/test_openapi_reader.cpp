// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/openapi_reader.h"
#include "tests/operations/documents.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

OperationCatalog read(const QByteArray &document)
{
    const auto catalog = readOpenApi(document);
    return catalog ? *catalog : OperationCatalog();
}

Operation operation(const OperationCatalog &catalog, const QString &id)
{
    return OperationCatalog::read(catalog.operations().value(catalog.indexOf(id).value_or(-1))).value_or(Operation());
}

QStringList idsOf(const QList<OperationEntry> &entries)
{
    QStringList ids;
    for (const OperationEntry &entry : entries)
        ids << entry.id;
    return ids;
}

/// An object of that many equal keys.
QByteArray equalKeys(int count)
{
    return "{\"a\": 1" + ", \"a\": 1"_ba.repeated(count - 1) + '}';
}

/// Eight hundred paths that refer to one part, which has equal keys.
QByteArray manyReferences(int keys, bool isYaml)
{
    QByteArray paths;
    for (int i = 0; i < 800; ++i)
        paths += (i > 0 ? ", \"/p" : "\"/p") + QByteArray::number(i) + "\": {\"$ref\": \"#/x\"}";
    return isYaml ? "openapi: 3.0.0\npaths: {" + paths + "}\nx: " + equalKeys(keys) + '\n'
                  : "{\"openapi\":\"3.0.0\",\"paths\":{" + paths + "},\"x\":" + equalKeys(keys) + '}';
}

/// A path of that length with `item`.
QByteArray longPath(qsizetype length, const QByteArray &item)
{
    return "{\"openapi\":\"3.0.0\",\"paths\":{\"/" + QByteArray(length, 'p') + "\":" + item + "}}";
}

qsizetype charactersOf(const QStringList &texts)
{
    return texts.join(QString()).size();
}

} // namespace

class TestOpenApiReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void everyMethodIsListed()
    {
        const OperationCatalog catalog = read(openApi31Document());
        QCOMPARE(catalog.title(), u"Pets"_s);
        QCOMPARE(idsOf(catalog.operations()),
                 (QStringList{u"showPet"_s, u"DELETE /pets/{pet}"_s, u"addPet"_s, u"old"_s}));
        QCOMPARE(catalog.operations().at(1).risk, OperationRisk::Destructive);
        QVERIFY(catalog.operations().at(1).deprecated);
        QCOMPARE(catalog.operations().at(1).group, u"pets"_s);
        QCOMPARE(catalog.operations().at(0).group, u"Pets"_s);
        QCOMPARE(catalog.operations().at(3).path, u"/old"_s); // its path item is a reference
        QVERIFY(catalog.operations().at(3).problem.isEmpty());
        QCOMPARE(catalog.operations().at(3).pointer, u"/components/pathItems/Old/get"_s);
        QCOMPARE(catalog.operations().at(0).pointer, u"/paths/~1pets~1{pet}/get"_s);
        QCOMPARE(catalog.operations().at(0).parameterNames, (QStringList{u"pet"_s, u"fields"_s, u"X-Trace"_s}));
        QCOMPARE(catalog.notices(), QStringList());
    }

    void whatIsNoCallIsApart()
    {
        const OperationCatalog catalog = read(openApi31Document());
        QCOMPARE(idsOf(catalog.others()), (QStringList{u"POST {$request.body#/url}"_s, u"/far"_s, u"petLost"_s}));
        QCOMPARE(catalog.others().at(0).section, OperationSection::Callbacks);
        QCOMPARE(catalog.others().at(1).section, OperationSection::ReferencedPath);
        QVERIFY(catalog.others().at(1).problem.contains(u"https://example.com/paths.json#/far"_s));
        QCOMPARE(catalog.others().at(2).section, OperationSection::Webhooks);
        QVERIFY(!catalog.indexOf(u"/far"_s));
    }

    void parametersAreRead()
    {
        const Operation show = operation(read(openApi31Document()), u"showPet"_s);
        QCOMPARE(show.parameters.size(), 3);
        const OperationParameter &pet = show.parameters.at(0);
        QCOMPARE(pet.place, ParameterPlace::Path);
        QVERIFY(pet.required && !pet.exploded);
        QCOMPARE(pet.type, u"integer"_s);
        QCOMPARE(pet.example, u"7"_s);
        QCOMPARE(pet.description, u"Which pet"_s);
        const OperationParameter &fields = show.parameters.at(1);
        QVERIFY(!fields.required && fields.exploded);
        QCOMPARE(fields.type, u"string"_s);
        QCOMPARE(fields.choices, (QStringList{u"all"_s, u"few"_s}));
        QCOMPARE(fields.defaultValue, u"all"_s);
        QCOMPARE(fields.example, u"few"_s);
        const NamedExample few{u"one"_s, {}, "few"_ba};
        const NamedExample all{u"two"_s, u"All of it"_s, "all"_ba};
        QCOMPARE(fields.examples, (QList<NamedExample>{few, all}));
        QVERIFY(pet.examples.isEmpty()); // there is one only
        QCOMPARE(show.parameters.at(2).format, u"uuid"_s);
        QVERIFY(show.parameters.at(2).deprecated);
        QCOMPARE(show.responses.constFirst().mediaTypes, (QStringList{u"application/json"_s, u"text/plain"_s}));
    }

    void bodiesAreRead()
    {
        const Operation add = operation(read(openApi31Document()), u"addPet"_s);
        QVERIFY(!add.withToken && add.body && add.body->required);
        QCOMPARE(add.body->description, u"The pet"_s);
        QCOMPARE(add.body->shapes.size(), 2);
        QVERIFY(add.body->shapes.at(0).example.contains("1e400")); // exactly as written
        const QList<BodyField> fields = add.body->shapes.at(1).fields;
        QCOMPARE(fields.size(), 2);
        QVERIFY(fields.at(0).isFile && fields.at(0).required);
        QVERIFY(!fields.at(1).isFile && !fields.at(1).required);
        QCOMPARE(fields.at(1).type, u"integer"_s);
    }

    void swaggerInYamlIsRead()
    {
        const OperationCatalog catalog = read(swagger2Document());
        QCOMPARE(idsOf(catalog.operations()),
                 (QStringList{u"listOrders"_s, u"POST /orders"_s, u"PUT /photo"_s, u"PATCH /photo"_s}));
        const Operation list = operation(catalog, u"listOrders"_s);
        QCOMPARE(list.parameters.at(0).choices, (QStringList{u"new"_s, u"yes"_s}));
        QVERIFY(list.parameters.at(0).exploded);
        QCOMPARE(list.parameters.at(1).defaultValue, u"010"_s);
        QCOMPARE(list.responses.constFirst().mediaTypes, QStringList{u"application/json"_s});
        const Operation add = operation(catalog, u"POST /orders"_s);
        QVERIFY(add.parameters.isEmpty() && add.body && add.body->required);
        QCOMPARE(add.body->shapes.size(), 2);
        QVERIFY(add.body->shapes.at(0).example.contains("12345678901234567890123"));
        const Operation photo = operation(catalog, u"PUT /photo"_s);
        QCOMPARE(photo.body->shapes.size(), 1);
        QCOMPARE(photo.body->shapes.constFirst().fields.size(), 2);
        QVERIFY(photo.body->shapes.constFirst().fields.constFirst().isFile);
        QCOMPARE(operation(catalog, u"PATCH /photo"_s).body->shapes.constFirst().mediaType, u"multipart/form-data"_s);
    }

    void versions_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("3.1") << "{\"openapi\":\"3.1.1\"}"_ba << true;
        QTest::newRow("3.0") << "{\"openapi\":\"3.0.4\"}"_ba << true;
        QTest::newRow("2.0") << "{\"swagger\":\"2.0\"}"_ba << true;
        QTest::newRow("2.0 as a number of YAML") << "swagger: 2.0\n"_ba << true;
        QTest::newRow("byte order mark") << "\xef\xbb\xbf{\"openapi\":\"3.1.0\"}"_ba << true;
        QTest::newRow("YAML, CR LF") << "openapi: 3.0.0\r\npaths: {}\r\n"_ba << true;
        QTest::newRow("3.9") << "{\"openapi\":\"3.9.0\"}"_ba << false;
        QTest::newRow("3.10") << "{\"openapi\":\"3.10.0\"}"_ba << false;
        QTest::newRow("1.2") << "{\"swagger\":\"1.2\"}"_ba << false;
        QTest::newRow("version is an object") << "{\"openapi\":{}}"_ba << false;
        QTest::newRow("none") << "{\"paths\":{}}"_ba << false;
        QTest::newRow("a list") << "[]"_ba << false;
        QTest::newRow("nothing") << ""_ba << false;
        QTest::newRow("blanks") << " \n"_ba << false;
        QTest::newRow("a text") << "Hello"_ba << false;
        QTest::newRow("HTML") << "<!doctype html><title>Sign in</title>"_ba << false;
    }
    void versions()
    {
        QFETCH(QByteArray, document);
        QFETCH(bool, isRead);
        const auto catalog = readOpenApi(document, u"Untitled"_s);
        QCOMPARE(catalog.has_value(), isRead);
        if (catalog)
            QCOMPARE(catalog->title(), u"Untitled"_s);
        else
            QVERIFY(!catalog.error().sentence.isEmpty());
    }

    void i2RemarksAreBounded_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        // Once for the part, not once for each reference; YAML tells the line, too.
        QTest::newRow("I2 references to a part with equal keys, JSON") << manyReferences(4, false) << 3 << 3;
        QTest::newRow("I2 references to a part with equal keys, YAML") << manyReferences(4, true) << 6 << 6;
        QTest::newRow("I2 references to a part with many, JSON") << manyReferences(1700, false) << 1001 << 1001;
        QTest::newRow("I2 references to a part with many, YAML") << manyReferences(1700, true) << 1001 << 1001;
        QTest::newRow("I2 references to what is no object")
            << manyReferences(1, false).replace(equalKeys(1), "7") << 1 << 1;
        QTest::newRow("I2 a long path with many") << longPath(100'000, equalKeys(1700)) << 1001 << 1001;
    }
    void i2RemarksAreBounded()
    {
        QFETCH(QByteArray, document);
        QFETCH(int, least);
        QFETCH(int, most);
        const auto catalog = readOpenApi(document);
        QVERIFY2(catalog, qPrintable(catalog ? QString() : catalog.error().message()));
        const QStringList notices = catalog->notices();
        QVERIFY2(notices.size() >= least && notices.size() <= most, qPrintable(QString::number(notices.size())));
        QVERIFY(charactersOf(notices) < 1'000'000);
        QCOMPARE(notices.constLast().contains(u"There are more"_s), most > 1000);
    }

    /// Each callback of an operation repeats the path that it stands below.
    void i2TheListIsBounded()
    {
        QByteArray callbacks;
        for (int i = 0; i < 4000; ++i)
            callbacks += (i > 0 ? ",\"c" : "\"c") + QByteArray::number(i) + "\":{\"x\":{\"post\":{}}}";
        const auto catalog = readOpenApi(longPath(100'000, "{\"get\":{\"callbacks\":{" + callbacks + "}}}"));
        QVERIFY2(catalog, qPrintable(catalog ? QString() : catalog.error().message()));
        QCOMPARE(catalog->operations().size(), 1);
        QVERIFY2(catalog->others().size() < 1000, qPrintable(QString::number(catalog->others().size())));
        QVERIFY(!catalog->others().isEmpty());
        const qsizetype listed = catalog->operations().size() + catalog->others().size();
        QVERIFY2(catalog->notices().constLast().contains(QString::number(listed)),
                 qPrintable(catalog->notices().constLast()));
    }

    void catalogsAreJoined()
    {
        const OperationCatalog joined =
            OperationCatalog::joined(u"Both"_s, {read(openApi31Document()), read(swagger2Document())});
        QCOMPARE(joined.operations().size(), 4 + 4);
        QCOMPARE(joined.others().size(), 3);
        QCOMPARE(operation(joined, u"listOrders"_s).path, u"/orders"_s);
        QCOMPARE(joined.search(u"orders"_s).size(), 2);
    }
};

ACX_TEST_MAIN(TestOpenApiReader)
#include "test_openapi_reader.moc"
