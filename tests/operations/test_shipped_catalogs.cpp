// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/shipped_catalogs.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace acx;

Q_DECLARE_METATYPE(acx::DeploymentKind)

class TestShippedCatalogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void areComplete_data()
    {
        QTest::addColumn<bool>("isV5");
        QTest::addColumn<qsizetype>("count");
        QTest::addColumn<qsizetype>("groups");
        QTest::addColumn<QList<qsizetype>>("risks"); // read, write, destructive
        QTest::newRow("v5") << true << qsizetype(152) << qsizetype(24) << QList<qsizetype>{87, 39, 26};
        QTest::newRow("v10") << false << qsizetype(126) << qsizetype(13) << QList<qsizetype>{90, 30, 6};
    }
    void areComplete()
    {
        QFETCH(bool, isV5);
        QFETCH(qsizetype, count);
        QFETCH(qsizetype, groups);
        QFETCH(QList<qsizetype>, risks);
        const auto catalog = loadShippedCatalog(isV5 ? ShippedCatalog::V5 : ShippedCatalog::V10);
        QVERIFY2(catalog, catalog ? "" : qPrintable(catalog.error().details()));
        QCOMPARE(catalog->operations().size(), count);
        QCOMPARE(catalog->groups().size(), groups);
        QCOMPARE(catalog->notices(), QStringList());
        QVERIFY(catalog->others().isEmpty());
        QList<qsizetype> found{0, 0, 0};
        for (const OperationEntry &entry : catalog->operations())
            ++found[int(entry.risk)];
        QCOMPARE(found, risks);
    }

    void everyOperationIsWhole()
    {
        const auto catalog = loadCatalogFor(DeploymentKind::Sandbox);
        QVERIFY(catalog);
        const QRegularExpression placeholder(u"\\{([^}]*)\\}"_s);
        QSet<QString> ids;
        for (const OperationEntry &entry : catalog->operations()) {
            QVERIFY2(entry.problem.isEmpty(), qPrintable(entry.problem));
            const Result<Operation> operation = OperationCatalog::read(entry);
            QVERIFY2(operation, qPrintable(entry.id));
            ids.insert(entry.id);
            QVERIFY2(!operation->description.isEmpty() && !operation->responses.isEmpty(), qPrintable(entry.id));
            QVERIFY2(operation->title != entry.id && operation->title.at(0).isUpper(), qPrintable(entry.title));
            QSet<QString> inPath;
            for (auto match = placeholder.globalMatch(entry.path); match.hasNext();)
                inPath.insert(match.next().captured(1));
            QSet<QString> told;
            for (const OperationParameter &parameter : operation->parameters) {
                QVERIFY2(!parameter.description.isEmpty() && !parameter.type.isEmpty(), qPrintable(parameter.name));
                QVERIFY(entry.parameterNames.contains(parameter.name));
                if (parameter.place == ParameterPlace::Path) {
                    told.insert(parameter.name);
                    QVERIFY2(parameter.required && !parameter.example.isEmpty(), qPrintable(entry.id));
                }
            }
            QVERIFY2(inPath == told, qPrintable(entry.id));
            if (operation->body)
                QVERIFY2(!operation->body->shapes.isEmpty(), qPrintable(entry.id));
        }
        QCOMPARE(ids.size(), 152 + 126);
    }

    void belongToDeployments_data()
    {
        QTest::addColumn<DeploymentKind>("kind");
        QTest::addColumn<bool>("v5");
        QTest::addColumn<bool>("v10");
        QTest::newRow("v5") << DeploymentKind::V5 << true << false;
        QTest::newRow("reserved") << DeploymentKind::Reserved << false << true;
        QTest::newRow("saas") << DeploymentKind::Saas << false << true;
        QTest::newRow("custom") << DeploymentKind::Custom << true << true;
        QTest::newRow("sandbox") << DeploymentKind::Sandbox << true << true;
    }
    void belongToDeployments()
    {
        QFETCH(DeploymentKind, kind);
        QFETCH(bool, v5);
        QFETCH(bool, v10);
        const auto catalog = loadCatalogFor(kind);
        QVERIFY(catalog);
        QCOMPARE(catalog->indexOf(u"v5.getMe"_s).has_value(), v5);
        QCOMPARE(catalog->indexOf(u"v10.getMe"_s).has_value(), v10);
        QVERIFY(!catalog->title().isEmpty());
    }

    void tellWhatARequestNeeds()
    {
        const auto catalog = loadCatalogFor(DeploymentKind::Sandbox);
        QVERIFY(catalog);
        const auto read = [&catalog](const QString &id) {
            return *OperationCatalog::read(catalog->operations().at(catalog->indexOf(id).value()));
        };
        const Operation login = read(u"v5.loginWithApiKey"_s);
        QCOMPARE(login.base, u"login"_s);
        QVERIFY(!login.withToken && !login.body);
        QVERIFY(login.parameters.constFirst().required);
        const Operation me = read(u"v10.getMe"_s);
        QVERIFY(me.withToken && me.base.isEmpty() && !me.body);
        const Operation portal = read(u"v5.getPortalMe"_s);
        QCOMPARE(portal.parameters.constFirst().name, u"X-IBM-APIManagement-Context"_s);
        QCOMPARE(portal.parameters.constFirst().place, ParameterPlace::Header);
        const Operation definition = read(u"v5.getApiDefinition"_s);
        QCOMPARE(definition.responses.constFirst().mediaTypes,
                 QStringList{u"application/vnd.ibm-apim.swagger2+json"_s});
        const Operation catalogs = read(u"v5.createCatalog"_s);
        QVERIFY(catalogs.body && catalogs.body->required);
        QVERIFY(catalogs.body->shapes.constFirst().example.contains("shortName"));
        const Operation upload = read(u"v5.publishPolicy"_s);
        QCOMPARE(upload.body->shapes.constFirst().mediaType, u"multipart/form-data"_s);
        QVERIFY(upload.body->shapes.constFirst().fields.constFirst().isFile);
        const Operation drafts = read(u"v10.createDraftApi"_s);
        QCOMPARE(drafts.body->shapes.size(), 2);
        QCOMPARE(drafts.parameters.at(1).choices.constFirst(), u"asyncapi"_s);
    }
};

ACX_TEST_MAIN(TestShippedCatalogs)
#include "test_shipped_catalogs.moc"
